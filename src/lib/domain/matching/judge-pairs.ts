import { compareBytes } from '../allocation/byte-order';
import { ticketOf } from '../allocation/tickets';
import { checkConditions, maySuggest } from './conditions';
import type { RentedHome, Seeker } from './rented-home';
import type { Fit, Terms } from './terms';

/** What both sides want, said pair by pair and asked of the rules themselves. A comparison below 0: the first is liked better. */
export type PairJudge = {
	/** Hard conditions of both sides met, and not tried before. */
	allows(home: RentedHome, seeker: Seeker): boolean;
	homeLikes(home: RentedHome, a: Seeker, b: Seeker): number;
	seekerLikes(seeker: Seeker, a: RentedHome, b: RentedHome): number;
};

export function judgePairs({ question, rules, draw, tried = [] }: Terms): PairJudge {
	const triedAt = new Map<string, Set<string>>();
	for (const { home, seeker } of tried) triedAt.set(home, (triedAt.get(home) ?? new Set()).add(seeker));
	const tickets = new Map<string, bigint>();
	const ticket = (id: string) => {
		const known = tickets.get(id) ?? ticketOf(draw.beacon, draw.notice, id);
		tickets.set(id, known);
		return known;
	};
	const byDraw = (a: string, b: string) =>
		ticket(a) < ticket(b) ? -1 : ticket(a) > ticket(b) ? 1 : compareBytes(a, b);
	const fits = new Map<string, Map<string, Fit>>();
	const fitOf = (home: RentedHome, seeker: Seeker) => {
		const own = fits.get(home.id) ?? new Map<string, Fit>();
		fits.set(home.id, own);
		const profile = question.profileOf(seeker);
		const known = own.get(profile) ?? question.fit(home, seeker);
		own.set(profile, known);
		return known;
	};
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
