import type { Findings } from './survey';

const same = (a: Findings[string] | undefined, b: Findings[string] | undefined) =>
	JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * The features that another person changed while these were measured: the value `now` is neither the one that the form
 * had `seen` nor the one found. A feature that the form did not show is not in conflict, and neither is one for which
 * both found the same value.
 */
export const conflictsOf = (findings: Findings, seen: Findings, now: Findings): string[] =>
	Object.keys(findings).filter(
		(name) => Object.hasOwn(seen, name) && !same(now[name], seen[name]) && !same(now[name], findings[name])
	);
