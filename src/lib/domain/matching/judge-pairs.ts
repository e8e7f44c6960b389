import { compareBytes } from '../allocation/byte-order';
import { ticketOf } from '../allocation/tickets';
import { checkConditions, maySuggest } from './conditions';
import type { RentedHome, Seeker } from './rented-home';
import type { Draw, Fit, Terms } from './terms';

/**
 * The preferences of both sides, pair by pair, from the rules themselves. A comparison is below 0 when the first is
 * preferred.
 */
export type PairJudge = {
	/** The hard conditions of both sides are met, and the pair was not tried before. */
	allows(home: RentedHome, seeker: Seeker): boolean;
	homeLikes(home: RentedHome, a: Seeker, b: Seeker): number;
	seekerLikes(seeker: Seeker, a: RentedHome, b: RentedHome): number;
};

export function judgePairs({ question, rules, draw, tried = [] }: Terms): PairJudge {
	const triedAt = new Map<string, Set<string>>();
	for (const { home, seeker } of tried) triedAt.set(home, (triedAt.get(home) ?? new Set()).add(seeker));
	const byDraw = orderOfDraw(draw);
	const fitOf = fitsOf(question);
	return {
		allows: (home, seeker) =>
			!triedAt.get(home.id)?.has(seeker.id) && maySuggest(checkConditions(home, seeker, fitOf(home, seeker), rules)),
		homeLikes: (home, a, b) => {
			const [one, other] = [fitOf(home, a), fitOf(home, b)];
			const needs = Number(other.needs === 'suits') - Number(one.needs === 'suits');
			return needs || one.excessAreaDm2 - other.excessAreaDm2 || byDraw(a.id, b.id);
		},
		seekerLikes: (seeker, a, b) =>
			a.rentCents - b.rentCents || fitOf(a, seeker).excessAreaDm2 - fitOf(b, seeker).excessAreaDm2 || byDraw(a.id, b.id)
	};
}

/** Compares two ids by their tickets in the public draw; each ticket is worked out once. */
function orderOfDraw({ beacon, notice }: Draw) {
	const tickets = new Map<string, bigint>();
	const ticket = (id: string) => {
		const known = tickets.get(id) ?? ticketOf(beacon, notice, id);
		tickets.set(id, known);
		return known;
	};
	return (a: string, b: string) => (ticket(a) < ticket(b) ? -1 : ticket(a) > ticket(b) ? 1 : compareBytes(a, b));
}

/** How a home fits a seeker; seekers of one profile are asked about once for each home. */
function fitsOf(question: Terms['question']) {
	const fits = new Map<string, Map<string, Fit>>();
	return (home: RentedHome, seeker: Seeker) => {
		const own = fits.get(home.id) ?? new Map<string, Fit>();
		fits.set(home.id, own);
		const profile = question.profileOf(seeker);
		const known = own.get(profile) ?? question.fit(home, seeker);
		own.set(profile, known);
		return known;
	};
}
