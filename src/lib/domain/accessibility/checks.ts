import type { Feature } from './features';
import { featureKind } from './features';
import type { Limit } from './limits';
import type { Measures } from './measures';
import type { Segment } from './route';
import type { Work } from './works';

export type Verdict = 'suits' | 'suits-with-works' | 'does-not-suit' | 'unknown';

/** The subject of a check: a feature, or one of these. */
export type CheckedThing = Feature | 'floor' | 'rooms' | 'route';

/** `at-least` and `at-most` compare `measured` with `limit`. `yes` requires that something is present (1 is yes). */
export type Sense = 'at-least' | 'at-most' | 'yes';

/** The property of a piece of the route that decided. */
export type SegmentPart = 'widthMm' | 'slope' | 'steps';

/** One check. `measured` is in the unit of the thing; null if it was not measured. */
export type Check = {
	readonly what: CheckedThing;
	readonly verdict: Verdict;
	/** A soft check is a point of comfort. It never decides the verdict. */
	readonly hard: boolean;
	readonly sense: Sense;
	readonly measured: number | null;
	readonly limit: Limit | null;
	/** The work that would mend it. */
	readonly work: Work | null;
	/** For the route: the number of the piece, from 1, and its property. */
	readonly segment?: { readonly number: number; readonly kind: Segment['kind']; readonly part: SegmentPart };
};

/** `mend`: the work that mends it; null if works cannot. `soft`: a point of comfort. */
type Terms = { readonly mend: Work | null; readonly soft?: true };

const judged = (met: boolean | null, { mend }: Terms): Verdict =>
	met === null ? 'unknown' : met ? 'suits' : mend === null ? 'does-not-suit' : 'suits-with-works';

/** A measured number against its limit. */
export function compare(
	measures: Measures,
	what: Feature | 'rooms',
	sense: 'at-least' | 'at-most',
	limit: Limit,
	terms: Terms
): Check {
	const measured = measures[what] as number | null;
	const met = measured === null ? null : sense === 'at-least' ? measured >= limit.value : measured <= limit.value;
	return { what, verdict: judged(met, terms), hard: !terms.soft, sense, measured, limit, work: terms.mend };
}

/** Something that must be present. */
export function present(measures: Measures, what: Feature, terms: Terms, limit: Limit | null = null): Check {
	const there = measures[what] as boolean | null;
	const measured = there === null ? null : Number(there);
	return { what, verdict: judged(there, terms), hard: !terms.soft, sense: 'yes', measured, limit, work: terms.mend };
}

/** Whether the floor is reached without stairs: the ground floor, or a lift. */
export function reached(measures: Measures): Check {
	const { floor } = measures;
	if (floor === null || floor > 0) return present(measures, 'lift', { mend: null });
	return { what: 'floor', verdict: 'suits', hard: true, sense: 'yes', measured: floor, limit: null, work: null };
}

/** A piece of the route against its limit; a piece that was not measured is unknown. */
export function segmentCheck(
	{ segment, number }: { readonly segment: Segment; readonly number: number },
	part: SegmentPart,
	sense: 'at-least' | 'at-most',
	limit: Limit,
	mend: Work | null = null
): Check {
	const measured = segment[part];
	const met = measured === null ? null : sense === 'at-least' ? measured >= limit.value : measured <= limit.value;
	const verdict = judged(met, { mend });
	const about = { number, kind: segment.kind, part };
	return { what: 'route', verdict, hard: true, sense, measured, limit, work: mend, segment: about };
}

/** Whether pages show it in centimetres, in metres, as a number, or as yes and no. */
export const kindOf = (what: CheckedThing) => (what in featureKind ? featureKind[what as Feature] : 'count');

const severity: Readonly<Record<Verdict, number>> = { suits: 0, 'suits-with-works': 1, unknown: 2, 'does-not-suit': 3 };
const bySeverity = ['suits', 'suits-with-works', 'unknown', 'does-not-suit'] as const;

export const severityOf = (verdict: Verdict): number => severity[verdict];
export const verdictAt = (level: number): Verdict => bySeverity[level]!;

/**
 * The worst outcome. One thing that cannot be mended outweighs all; then something unknown; then works. Without any, it
 * suits.
 */
export const worstOf = (verdicts: Iterable<Verdict>): Verdict => {
	let worst = 0;
	for (const verdict of verdicts) worst = Math.max(worst, severity[verdict]);
	return verdictAt(worst);
};
