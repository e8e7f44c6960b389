/** A sentence in the portal's two languages. */
export type InBoth = { readonly it: string; readonly en: string };

/** The source: the programme, the city or a partner; a newspaper; or our own reading, which the note explains. */
export const certainties = ['published', 'press', 'inferred'] as const;
export type Certainty = (typeof certainties)[number];

/**
 * A figure that a source gave. `value` is in cents for money, in whole square metres for areas, else a plain count.
 * `rounded`: the source rounds, so the figure is shown with "about". `asOf` is a day, a month or a year; null when the
 * source states none. Two observations of one thing may contradict each other: both are shown, never added or averaged.
 */
export type Observation = {
	/** A key of the vocabulary of the published file; `name` says it in words. */
	readonly what: string;
	readonly name: InBoth;
	readonly unit: 'euro' | 'm2' | 'number';
	readonly value: number;
	readonly rounded: boolean;
	readonly asOf: string | null;
	readonly source: string;
	readonly certainty: Certainty;
	readonly note: InBoth | null;
};

/** A sentence that a source gives about the programme. `unknown` is what was looked for and not found. */
export type Statement = {
	readonly id: string;
	readonly kind: StatementKind;
	readonly text: InBoth;
	readonly asOf: string | null;
	readonly source: string | null;
	readonly certainty: Certainty | null;
	readonly note: InBoth | null;
};

export const statementKinds = ['place', 'event', 'partner', 'fact', 'unknown', 'funding', 'title'] as const;
export type StatementKind = (typeof statementKinds)[number];

/** A document that observations and statements cite. */
export type Source = {
	readonly id: string;
	readonly title: string;
	readonly publisher: string;
	readonly url: string | null;
	readonly date: string | null;
	readonly note: InBoth | null;
};

/** The oldest first; those without a date last. Equal dates keep their order. */
export function byDate<Dated extends { readonly asOf: string | null }>(dated: readonly Dated[]): Dated[] {
	return dated.toSorted((a, b) => {
		if (a.asOf === b.asOf) return 0;
		if (a.asOf === null || b.asOf === null) return a.asOf === null ? 1 : -1;
		return a.asOf < b.asOf ? -1 : 1;
	});
}

/** Observations of one thing side by side, each group in order of date; groups in order of first appearance. */
export function byWhat(observations: readonly Observation[]): (readonly Observation[])[] {
	const whats = [...new Set(observations.map(({ what }) => what))];
	return whats.map((what) => byDate(observations.filter((one) => one.what === what)));
}
