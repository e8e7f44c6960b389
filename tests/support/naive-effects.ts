import { buildMarket } from '../../src/lib/domain/allocation/build-market';
import { compareBytes } from '../../src/lib/domain/allocation/byte-order';
import { computeMarket } from '../../src/lib/domain/allocation/compute-round';
import type { Round } from '../../src/lib/domain/allocation/round';
import { dayOf } from '../../src/lib/domain/calendar/deadline';
import { adequacyOf } from '../../src/lib/domain/eligibility/adequacy';
import { judgeEligibility } from '../../src/lib/domain/eligibility/judge-eligibility';
import { labelDwellings } from '../../src/lib/domain/notice/set-asides';
import { rankApplications } from '../../src/lib/domain/ranking/rank-applications';
import { rankRequest } from '../../src/lib/domain/rounds/rank-request';
import type { AskedRequest, ChangeOfRules, EffectOnRequest, Effects } from '../../src/lib/domain/rule-change/effects';
import type { RuleSet } from '../../src/lib/domain/ruleset/rule-set';
import { breakDown } from '../../src/lib/domain/what-if/break-down';

/**
 * The effects of a change of rules, computed plainly: each version is judged separately, with a round of objects for
 * each.
 */
export function naiveEffects(change: ChangeOfRules, requests: readonly AskedRequest[], shown: number): Effects {
	const shares = [change.before, change.after].map(({ setAsides }) => JSON.stringify(setAsides?.value ?? []));
	const stands = [change.before, change.after].map((rules) =>
		standUnder(change, rules, requests, shares[0] !== shares[1])
	);
	const [before, after] = [stands[0]!, stands[1]!];
	const all = requests
		.toSorted((a, b) => compareBytes(a.pseudonym, b.pseudonym))
		.map((request) => effectOn(request, before, after));
	const count = (which: (one: EffectOnRequest) => boolean) => all.filter(which).length;
	const households = (home: EffectOnRequest['home']) => [...all.keys()].filter((at) => all[at]!.home === home);
	const moves = { winners: households('won'), losers: households('lost') };
	return {
		requests: all.length,
		eligible: { before: count((one) => isIn(one.before)), after: count((one) => isIn(one.after)) },
		housed: { before: count((one) => one.before.home !== null), after: count((one) => one.after.home !== null) },
		admitted: count((one) => !isIn(one.before) && isIn(one.after)),
		excluded: count((one) => isIn(one.before) && !isIn(one.after)),
		up: count((one) => moved(one) < 0),
		down: count((one) => moved(one) > 0),
		won: moves.winners.length,
		lost: moves.losers.length,
		moves: breakDown(moves, before.computed, after.computed, {
			sizes: new Map(requests.map(({ pseudonym, household }) => [pseudonym, household.members.length])),
			zones: new Map(change.dwellings.map(({ id, zone }) => [id, zone]))
		}),
		touched: mostTouched(all).slice(0, shown)
	};
}

type Stands = ReturnType<typeof standUnder>;

function effectOn({ pseudonym, choices }: AskedRequest, before: Stands, after: Stands): EffectOnRequest {
	const [was, is] = [before.standings.get(pseudonym)!, after.standings.get(pseudonym)!];
	const wish = (home: string | null) => (home === null ? Infinity : choices.indexOf(home));
	const better = wish(is.home) < wish(was.home) ? 'won' : 'lost';
	return { pseudonym, before: was, after: is, home: was.home === is.home ? 'same' : better };
}

function mostTouched(all: readonly EffectOnRequest[]): EffectOnRequest[] {
	const rehoused = all.filter(({ home }) => home !== 'same');
	const crossing = all.filter((one) => isIn(one.before) !== isIn(one.after));
	const moving = all.filter((one) => moved(one) !== 0).sort((a, b) => Math.abs(moved(b)) - Math.abs(moved(a)));
	return [...new Set([...rehoused, ...crossing, ...moving])];
}

const isIn = ({ failed }: EffectOnRequest['before']) => failed.length === 0;

const moved = ({ before, after }: EffectOnRequest) =>
	before.place === null || after.place === null ? 0 : after.place - before.place;

function judge(request: AskedRequest, rules: RuleSet, dwellings: ChangeOfRules['dwellings']) {
	const { household, health, submittedAt, choices } = request;
	const { results } = judgeEligibility(household, health, rules, dayOf(submittedAt));
	const failed = results.filter(({ outcome }) => outcome === 'failed').map(({ requirement }) => requirement);
	const wished = choices.filter((id) => {
		const area = dwellings.find((one) => one.id === id)!.netAreaDm2;
		return adequacyOf(rules, area, household.members.length, health.needs.carersRoom) === 'adequate';
	});
	const withdrawn = request.ended || failed.length > 0;
	return { ...rankRequest(request, rules), choices: wished, failed, withdrawn };
}

type Judged = ReturnType<typeof judge>;

function roundOf(
	{ notice, beacon, dwellings }: ChangeOfRules,
	rules: RuleSet,
	judged: readonly Judged[],
	relabel: boolean
): Round {
	const labels = relabel ? labelDwellings(dwellings, rules, notice, beacon) : null;
	const listOf = new Map(dwellings.map(({ id, list }) => [id, list]));
	return {
		format: 'round/1',
		notice,
		beacon,
		dwellings: dwellings.map(({ id, list, setAside, exclusive }) => {
			return { id, list, setAside: labels?.get(id) ?? setAside, exclusive };
		}),
		applications: judged.map(({ pseudonym, choices, categories, keys, withdrawn }) => {
			const ranked = Object.fromEntries(choices.map((id) => [listOf.get(id)!, keys]));
			return { id: pseudonym, choices, categories, keys: ranked, withdrawn };
		}),
		quotas: rules.quotas?.value ?? []
	};
}

function standUnder(change: ChangeOfRules, rules: RuleSet, requests: readonly AskedRequest[], relabel: boolean) {
	const { notice, beacon, dwellings } = change;
	const judged = requests.map((request) => judge(request, rules, dwellings));
	const computed = computeMarket(buildMarket(roundOf(change, rules, judged, relabel)));
	const taking = judged.filter(({ withdrawn }) => !withdrawn).map(({ pseudonym: id, keys }) => ({ id, keys }));
	const places = new Map(rankApplications(taking, { notice, beacon }).map(({ id, place }) => [id, place]));
	const homes = new Map(computed.market.applications.map((id, at) => [id, computed.outcome.dwelling[at]!]));
	const standings = new Map(
		judged.map(({ pseudonym, failed, keys }) => {
			const home = computed.market.dwellings[homes.get(pseudonym)!] ?? null;
			return [pseudonym, { failed, points: keys[0]!, place: places.get(pseudonym) ?? null, home }];
		})
	);
	return { computed, standings };
}
