import type { Day, Instant } from '../calendar/instant';
import type { Route } from './route';

/** What features a survey found, by name: mm, counts, yes and no, or the route; null withdraws what was known. */
export type Findings = Readonly<Record<string, number | boolean | Route | null>>;

/** Who says so, how and when. `measured`: with a measure, on the spot, that day; `declared`: somebody said so. */
export type Provenance = {
	readonly how: 'measured' | 'declared';
	/** The day of the measuring; null where it was only declared. */
	readonly on: Day | null;
	/** The name of who measured or declared; null where nobody is named. */
	readonly surveyor: string | null;
};

/** One record of what was found. Never changed: what it says stands until a later one says otherwise. */
export type Survey = Provenance & { readonly findings: Findings; readonly recordedAt: Instant };

/** The current value of a feature with where it comes from. */
export type Finding = Provenance & { readonly value: Findings[string] };

/**
 * The current values: of each feature the latest survey that has it. `surveys` oldest first. A feature that is not there,
 * or whose value is null, is unknown.
 */
export function currentFindings(surveys: readonly Survey[]): ReadonlyMap<string, Finding> {
	const found = new Map<string, Finding>();
	for (const { findings, how, on, surveyor } of surveys)
		for (const [feature, value] of Object.entries(findings)) found.set(feature, { value, how, on, surveyor });
	return found;
}

/** The features of `names` that `after` has otherwise than `before`: what a survey has to record. */
export function newFindings(names: readonly string[], before: object | null, after: object): Findings {
	const [old, now] = [(before ?? {}) as Record<string, unknown>, after as Record<string, unknown>];
	const changed = names.filter((name) => (now[name] ?? null) !== (old[name] ?? null));
	return Object.fromEntries(changed.map((name) => [name, now[name] ?? null])) as Findings;
}
