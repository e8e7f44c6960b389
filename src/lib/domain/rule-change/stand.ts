import { computeMarket, type ComputedRound } from '../allocation/compute-round';
import type { Market } from '../allocation/market';
import type { Tickets } from '../allocation/tickets';
import { dayOf } from '../calendar/deadline';
import { adequacyOf } from '../eligibility/adequacy';
import { judgeEligibility } from '../eligibility/judge-eligibility';
import type { RequirementId } from '../eligibility/requirement';
import { labelDwellings } from '../notice/set-asides';
import { marketOfRequests } from '../rounds/market-of-requests';
import { rankRequest } from '../rounds/rank-request';
import { RequestCollector } from '../rounds/request-columns';
import type { RuleSet } from '../ruleset/rule-set';
import type { AskedRequest, EffectsQuestion } from './effects';

export type UnderRules = {
	readonly computed: ComputedRound;
	/** As the requests were given. */
	readonly rows: readonly { readonly failed: readonly RequirementId[]; readonly keys: readonly number[] }[];
};

/**
 * The round of a notice under `rules`. Who fails a requirement takes no part, and a dwelling of a size that does not suit
 * is not wished. Labels stay as they were, unless `relabel` says that the shares of the two versions differ.
 */
export function standUnder(
	{ notice, beacon, dwellings }: EffectsQuestion,
	rules: RuleSet,
	requests: readonly AskedRequest[],
	{ relabel, tickets }: { readonly relabel: boolean; readonly tickets?: Tickets | undefined }
): UnderRules {
	const labels = relabel ? labelDwellings(dwellings, rules, notice, beacon) : null;
	const offered = dwellings.map(({ id, list, setAside, exclusive }) => {
		return { id, list, setAside: labels?.get(id) ?? setAside, exclusive };
	});
	const suiting = suitingHomes(dwellings, rules);
	const collector = new RequestCollector(offered);
	const rows = requests.map((request) => {
		const { household, health, choices } = request;
		const { results } = judgeEligibility(household, health, rules, dayOf(request.submittedAt));
		const failed = results.filter((one) => one.outcome === 'failed').map((one) => one.requirement);
		const suit = suiting(household.members.length, health.needs.carersRoom);
		const wished = choices.every((id) => suit.has(id)) ? choices : choices.filter((id) => suit.has(id));
		const ended = request.ended || failed.length > 0;
		const ranked = rankRequest({ ...request, choices: wished, ended }, rules);
		collector.add(ranked);
		return { failed, keys: ranked.keys };
	});
	const asked = { dwellings: offered, requests: collector.columns(), quotas: rules.quotas?.value ?? [] };
	return {
		computed: computeMarket(marketOfRequests({ notice, beacon, ...asked }, tickets)),
		rows
	};
}

/** The homes of a size that suits so many persons; few kinds of households are ever asked for. */
function suitingHomes(dwellings: EffectsQuestion['dwellings'], rules: RuleSet) {
	const known = new Map<string, ReadonlySet<string>>();
	return (persons: number, carersRoom: boolean): ReadonlySet<string> => {
		const kind = `${persons} ${carersRoom}`;
		const homes = known.get(kind);
		if (homes) return homes;
		const suit = dwellings.filter((one) => adequacyOf(rules, one.netAreaDm2, persons, carersRoom) === 'adequate');
		const found = new Set(suit.map(({ id }) => id));
		known.set(kind, found);
		return found;
	};
}

/** The tickets of a market, for another one of the same requests. */
export function ticketsOf({ ticketHigh, ticketLow, applications }: Market): Tickets | undefined {
	return ticketHigh.length === applications.length ? { high: ticketHigh, low: ticketLow } : undefined;
}
