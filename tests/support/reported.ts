import { readFileSync } from 'node:fs';

/** Forms that people reported, in the order in which they were sent. `{…}` in an address is filled in by the test. */
export type ReportedStep = { readonly post: string; readonly fields: Readonly<Record<string, string | string[]>> };

/** A report of `tests/support/data/reported`, of which `now` is what was wrong and `right` what is right. */
export function reported<Report = { readonly steps: readonly ReportedStep[] }>(name: string): Report {
	return JSON.parse(readFileSync(`tests/support/data/reported/${name}.json`, 'utf8')) as Report;
}
