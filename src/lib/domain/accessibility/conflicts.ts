import type { Findings } from './survey';

const same = (a: Findings[string] | undefined, b: Findings[string] | undefined) =>
	JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * The features that somebody else wrote while these were measured: what stands `now` is neither what the form had `seen`
 * nor what was found. A feature that the form did not see is not in conflict; the same value found twice is not either.
 */
export const conflictsOf = (findings: Findings, seen: Findings, now: Findings): string[] =>
	Object.keys(findings).filter(
		(name) => Object.hasOwn(seen, name) && !same(now[name], seen[name]) && !same(now[name], findings[name])
	);
