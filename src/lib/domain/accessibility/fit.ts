import { length, present, reached, type Check, type Verdict } from './checks';
import type { Measures } from './measures';
import { needNames, noNeeds, type Need, type Needs } from './needs';

export type Fit = { readonly verdict: Verdict; readonly checks: readonly Check[] };

const wheelchairLift = (m: Measures): Check[] =>
	m.floor !== null && m.floor <= 0
		? []
		: [
				length(m, 'liftDoorMm', 'does-not-suit'),
				length(m, 'liftCabinWidthMm', 'does-not-suit'),
				length(m, 'liftCabinDepthMm', 'does-not-suit')
			];

const bathroom = (m: Measures): Check[] => [
	length(m, 'wcSideMm', 'suits-with-works'),
	length(m, 'wcFrontMm', 'suits-with-works'),
	present(m, 'showerFloorLevel', 'suits-with-works')
];

/** The register measures nothing for these yet: the answer is that somebody has to look. */
const toBeSeen = (): Check[] => [{ what: 'needs-visit', verdict: 'unknown', measured: null, least: null }];

const checksFor: Record<Need, (measures: Measures) => Check[]> = {
	wheelchairIndoors: (m) => [
		present(m, 'stepFreeEntrance', 'does-not-suit'),
		length(m, 'entranceDoorMm', 'suits-with-works'),
		reached(m),
		...wheelchairLift(m),
		length(m, 'innerDoorMm', 'suits-with-works'),
		length(m, 'corridorMm', 'does-not-suit'),
		length(m, 'turningMm', 'suits-with-works'),
		...bathroom(m)
	],
	fewSteps: (m) => [present(m, 'stepFreeEntrance', 'does-not-suit'), reached(m)],
	walker: (m) => [
		present(m, 'stepFreeEntrance', 'does-not-suit'),
		reached(m),
		length(m, 'innerDoorMm', 'suits-with-works')
	],
	bathroomTransfers: bathroom,
	carersRoom: ({ rooms }) => [
		{
			what: 'rooms',
			verdict: rooms === null ? 'unknown' : rooms >= 2 ? 'suits' : 'does-not-suit',
			measured: rooms,
			least: 2
		}
	],
	lowVision: toBeSeen,
	hearing: toBeSeen,
	quietHome: toBeSeen
};

/**
 * Whether a dwelling suits what a household needs, and what decided. One thing that cannot be mended outweighs all;
 * then something unknown; then works. No needs: everything suits. Minimums of DM 236/1989 (measures.ts).
 */
export function fitFor(needs: Needs, measures: Measures): Fit {
	const checks = new Map<Check['what'], Check>();
	for (const need of needNames) {
		if (needs[need]) for (const check of checksFor[need](measures)) checks.set(check.what, check);
	}
	const found = new Set([...checks.values()].map((check) => check.verdict));
	const worst = (['does-not-suit', 'unknown', 'suits-with-works'] as const).find((verdict) => found.has(verdict));
	return { verdict: worst ?? 'suits', checks: [...checks.values()] };
}

/** Whether somebody in a wheelchair can live there as it is: such a dwelling is always set aside (allocation.md). */
export function suitsWheelchair(measures: Measures): boolean {
	return fitFor({ ...noNeeds, wheelchairIndoors: true }, measures).verdict === 'suits';
}
