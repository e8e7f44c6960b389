import { orderByBytes } from '../allocation/byte-order';
import { drawTickets } from '../allocation/tickets';
import { breakDown } from '../what-if/break-down';
import type { EffectOnRequest, Effects, JudgedRequests } from './effects';
import { SHOWN } from './for-staff';
import { Stand } from './stand';

/**
 * The effects of a change of rules on the requests of a notice: which households could no longer apply, or now could;
 * which move in the order of points and ties; and which would win or lose a dwelling. Everything else stays the same:
 * requests, wishes and draw.
 */
export function measureEffects(judged: JudgedRequests): Effects {
	const { round } = judged.before;
	// Household n of both markets is the request `requestOf[n]`.
	const requestOf = orderByBytes(round.requests.pseudonyms);
	const pseudonyms = requestOf.map((request) => round.requests.pseudonyms[request]!);
	const tickets = drawTickets(round.beacon, round.notice, pseudonyms);
	const before = new Stand(judged.before, requestOf, tickets);
	const after = new Stand(judged.after, requestOf, tickets);
	const moves = countMoves(before, after, homesCompared(judged, requestOf, before, after));
	const { winners, losers, admitted, excluded, up, down } = moves;
	return {
		requests: requestOf.length,
		eligible: { before: before.eligible, after: after.eligible },
		housed: { before: before.housed, after: after.housed },
		admitted: admitted.length,
		excluded: excluded.length,
		up: up.length,
		down: down.length,
		won: winners.length,
		lost: losers.length,
		moves: breakDown(moves, before.computed, after.computed, factsOf(judged, requestOf, pseudonyms)),
		touched: mostTouched(moves).map((household): EffectOnRequest => ({
			pseudonym: pseudonyms[household]!,
			before: before.standing(household),
			after: after.standing(household),
			home: winners.includes(household) ? 'won' : losers.includes(household) ? 'lost' : 'same'
		}))
	};
}

/** Persons of each household by pseudonym, and the zone of each dwelling. */
function factsOf(judged: JudgedRequests, requestOf: readonly number[], pseudonyms: readonly string[]) {
	const { dwellings } = judged.before.round;
	return {
		sizes: new Map(pseudonyms.map((pseudonym, household) => [pseudonym, judged.persons[requestOf[household]!]!])),
		zones: new Map(dwellings.map(({ id }, place) => [id, judged.zones[place]!]))
	};
}

type Better = (household: number) => boolean;

/**
 * Whether a household prefers its home after the change to its home before, by its list as it was sent. No home comes
 * last.
 */
function homesCompared(
	{ wishes, before: { round } }: JudgedRequests,
	requestOf: readonly number[],
	before: Stand,
	after: Stand
): Better {
	const placeOf = orderByBytes(round.dwellings.map(({ id }) => id));
	const wish = (household: number, home: number) => {
		if (home < 0) return Infinity;
		const request = requestOf[household]!;
		return wishes.values.subarray(wishes.start[request], wishes.start[request + 1]).indexOf(placeOf[home]!);
	};
	return (household) => wish(household, after.home(household)) < wish(household, before.home(household));
}

/** Households by what happens to them, ascending. */
function countMoves(before: Stand, after: Stand, better: Better) {
	const moves = { winners: [], losers: [], admitted: [], excluded: [], up: [], down: [] } as Record<
		'winners' | 'losers' | 'admitted' | 'excluded' | 'up' | 'down',
		number[]
	>;
	/** How many places it loses. */
	const moved = new Int32Array(before.households);
	for (let household = 0; household < moved.length; household++) {
		const [wasIn, isIn] = [before.isIn(household), after.isIn(household)];
		if (wasIn !== isIn) (isIn ? moves.admitted : moves.excluded).push(household);
		if (before.home(household) !== after.home(household)) {
			(better(household) ? moves.winners : moves.losers).push(household);
		}
		const [was, is] = [before.place(household), after.place(household)];
		if (was === null || is === null || was === is) continue;
		moved[household] = is - was;
		(is < was ? moves.up : moves.down).push(household);
	}
	return { ...moves, moved };
}

/**
 * Households that win or lose a dwelling; then those that may now apply or no longer may; then those that move
 * furthest.
 */
function mostTouched({
	winners,
	losers,
	admitted,
	excluded,
	up,
	down,
	moved
}: ReturnType<typeof countMoves>): number[] {
	const ascending = (some: readonly number[]) => Int32Array.from(some).sort();
	const touched = new Set([...ascending([...winners, ...losers]), ...ascending([...admitted, ...excluded])]);
	if (touched.size < SHOWN) {
		const furthest = ascending([...up, ...down]).sort((a, b) => Math.abs(moved[b]!) - Math.abs(moved[a]!) || a - b);
		for (const household of furthest) touched.add(household);
	}
	return [...touched].slice(0, SHOWN);
}
