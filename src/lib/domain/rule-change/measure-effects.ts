import { compareBytes } from '../allocation/byte-order';
import type { RuleSet } from '../ruleset/rule-set';
import { breakDown } from '../what-if/break-down';
import type { AskedRequest, EffectOnRequest, Effects, EffectsQuestion, Standing } from './effects';
import { placesOf } from './places';
import { standUnder, ticketsOf, type UnderRules } from './stand';

/** Requests listed that only move: the report goes to a page. */
const MOVERS = 100;

/**
 * What a change of rules would do to the requests of a notice: who could no longer apply, or could, who moves in the
 * order of points and ties, and who would win or lose a dwelling, all else equal: the same requests, wishes and draw.
 */
export function measureEffects(question: EffectsQuestion): Effects {
	const { before: old, after: fresh, dwellings } = question;
	// As a round has them, so that household n of both markets is request n.
	const requests = question.requests.toSorted((a, b) => compareBytes(a.pseudonym, b.pseudonym));
	const relabel = sharesOf(old) !== sharesOf(fresh);
	const before = standUnder(question, old, requests, { relabel });
	const tickets = ticketsOf(before.computed.market);
	const after = standUnder(question, fresh, requests, { relabel, tickets });
	const standings = [standingsOf(requests, before), standingsOf(requests, after)] as const;
	const all = requests.map((request, at): EffectOnRequest => {
		const [was, is] = [standings[0][at]!, standings[1][at]!];
		return { pseudonym: request.pseudonym, before: was, after: is, home: compareHomes(request.choices, was, is) };
	});
	const count = (which: (one: EffectOnRequest) => boolean) => all.reduce((sum, one) => sum + (which(one) ? 1 : 0), 0);
	const moves = (home: EffectOnRequest['home']) => all.flatMap((one, at) => (one.home === home ? [at] : []));
	const [winners, losers] = [moves('won'), moves('lost')];
	const facts = {
		sizes: new Map(requests.map(({ pseudonym, household }) => [pseudonym, household.members.length])),
		zones: new Map(dwellings.map(({ id, zone }) => [id, zone]))
	};
	return {
		requests: all.length,
		eligible: { before: count((one) => isIn(one.before)), after: count((one) => isIn(one.after)) },
		housed: { before: count((one) => one.before.home !== null), after: count((one) => one.after.home !== null) },
		admitted: count((one) => !isIn(one.before) && isIn(one.after)),
		excluded: count((one) => isIn(one.before) && !isIn(one.after)),
		up: count((one) => moved(one) < 0),
		down: count((one) => moved(one) > 0),
		won: winners.length,
		lost: losers.length,
		moves: breakDown({ winners, losers }, before.computed, after.computed, facts),
		touched: mostTouched(all)
	};
}

const sharesOf = ({ setAsides }: RuleSet) => JSON.stringify(setAsides?.value ?? []);

const isIn = ({ failed }: Standing) => failed.length === 0;

/** Places lost; 0 where one of the two takes no part. */
const moved = ({ before, after }: EffectOnRequest) =>
	before.place === null || after.place === null ? 0 : after.place - before.place;

/** Everyone who gains or loses a dwelling, then who may apply or no longer may, then those who move furthest. */
function mostTouched(all: readonly EffectOnRequest[]): EffectOnRequest[] {
	const housed = (one: EffectOnRequest) => one.home !== 'same';
	const admitted = (one: EffectOnRequest) => !housed(one) && isIn(one.before) !== isIn(one.after);
	const movers = all
		.filter((one) => !housed(one) && !admitted(one) && moved(one) !== 0)
		.sort((a, b) => Math.abs(moved(b)) - Math.abs(moved(a)));
	return [...all.filter(housed), ...all.filter(admitted), ...movers.slice(0, MOVERS)];
}

function compareHomes(choices: readonly string[], before: Standing, after: Standing): EffectOnRequest['home'] {
	if (before.home === after.home) return 'same';
	const wish = ({ home }: Standing) => (home === null ? Infinity : choices.indexOf(home));
	return wish(after) < wish(before) ? 'won' : 'lost';
}

function standingsOf(requests: readonly AskedRequest[], { computed, rows }: UnderRules): Standing[] {
	const { market, outcome } = computed;
	const places = placesOf(
		rows.map(({ keys, failed }, at) => (requests[at]!.ended || failed.length > 0 ? null : keys)),
		{ high: market.ticketHigh, low: market.ticketLow }
	);
	return rows.map(({ failed, keys }, at) => ({
		failed,
		points: keys[0]!,
		place: places[at]!,
		home: market.dwellings[outcome.dwelling[at]!] ?? null
	}));
}
