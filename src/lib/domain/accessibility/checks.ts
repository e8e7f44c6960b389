import { leastMm, type Measures } from './measures';

export type Verdict = 'suits' | 'suits-with-works' | 'does-not-suit' | 'unknown';

/** One thing looked at. `measured`: mm, floors or rooms, or 0 and 1 for no and yes; null when nobody measured it. */
export type Check = {
	readonly what: keyof Measures | 'needs-visit';
	readonly verdict: Verdict;
	readonly measured: number | null;
	readonly least: number | null;
};

type Lengths = keyof typeof leastMm;

/** A length against its minimum; too short, works can mend it or not. */
export function length(measures: Measures, what: Lengths, mended: 'suits-with-works' | 'does-not-suit'): Check {
	const measured = measures[what];
	const least = leastMm[what].mm;
	const verdict = measured === null ? 'unknown' : measured >= least ? 'suits' : mended;
	return { what, verdict, measured, least };
}

/** Something that is there or not. */
export function present(
	measures: Measures,
	what: 'stepFreeEntrance' | 'showerFloorLevel',
	mended: 'suits-with-works' | 'does-not-suit'
): Check {
	const there = measures[what];
	return {
		what,
		verdict: there === null ? 'unknown' : there ? 'suits' : mended,
		measured: there === null ? null : Number(there),
		least: 1
	};
}

/** Whether the floor is reached without stairs: the ground floor, or a lift. */
export function reached(measures: Measures): Check {
	const { floor, lift } = measures;
	if (floor !== null && floor <= 0) return { what: 'floor', verdict: 'suits', measured: floor, least: null };
	const verdict = lift === null ? 'unknown' : lift ? 'suits' : 'does-not-suit';
	return { what: 'lift', verdict, measured: lift === null ? null : Number(lift), least: 1 };
}
