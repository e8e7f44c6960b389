import type { Day, Instant } from '../calendar/instant';
import type { Route } from './route';

/** The values that a survey found, by feature: mm, counts, yes or no, or the route. Null withdraws an earlier value. */
export type Findings = Readonly<Record<string, number | boolean | Route | null>>;

/**
 * The surveyor, the method and the time. `measured`: with a measure, on the spot, on that day. `declared`: a person
 * said so.
 */
export type Provenance = {
	readonly how: 'measured' | 'declared';
	/** The day of the measuring; null if it was only declared. */
	readonly on: Day | null;
	/** The name of the person who measured or declared; null if nobody is named. */
	readonly surveyor: string | null;
};

/** One record of what was found. It never changes: it holds until a later one says otherwise. */
export type Survey = Provenance & { readonly findings: Findings; readonly recordedAt: Instant };

/** The current value of a feature, and its source. */
export type Finding = Provenance & { readonly value: Findings[string] };

/**
 * The current values: for each feature that of the latest survey that has it. `surveys` come oldest first. A feature
 * that is missing, or null, is unknown.
 */
export function currentFindings(surveys: readonly Survey[]): ReadonlyMap<string, Finding> {
	const found = new Map<string, Finding>();
	for (const { findings, how, on, surveyor } of surveys)
		for (const [feature, value] of Object.entries(findings)) found.set(feature, { value, how, on, surveyor });
	return found;
}

/** The features of `names` whose value differs between `before` and `after`: what a survey has to record. */
export function newFindings(names: readonly string[], before: object | null, after: object): Findings {
	const [old, now] = [(before ?? {}) as Record<string, unknown>, after as Record<string, unknown>];
	const changed = names.filter((name) => (now[name] ?? null) !== (old[name] ?? null));
	return Object.fromEntries(changed.map((name) => [name, now[name] ?? null])) as Findings;
}
