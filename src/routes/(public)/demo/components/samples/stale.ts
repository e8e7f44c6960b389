import { compareVersions, fieldsOfValues } from '$lib/domain/forms/two-versions';
import type { StaleForm } from '$lib/ui/two-versions';

type Values = Readonly<Record<string, string>>;

/** A form that came back because Paolo Neri, a made-up person, saved other values meanwhile. */
export function staleSample(opened: Values, saved: Values, values: Values): { values: Values; stale: StaleForm } {
	const [first, now, yours] = [opened, saved, values].map(fieldsOfValues) as [Fields, Fields, Fields];
	const versions = compareVersions(first, now, yours) ?? { saved: now, clashes: {}, theirs: {} };
	const by = { name: 'Paolo Neri', at: '2026-03-02T08:41:00.000Z' };
	return { values, stale: { ...versions, values, undecided: [], by } };
}

type Fields = ReturnType<typeof fieldsOfValues>;
