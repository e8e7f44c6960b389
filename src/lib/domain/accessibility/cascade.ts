import { compareBytes } from '../allocation/byte-order';
import { computeMarket } from '../allocation/compute-round';
import { adequacyOf } from '../eligibility/adequacy';
import { marketOfRequests } from '../rounds/market-of-requests';
import type { OfferedDwelling, RequestColumns } from '../rounds/request-columns';
import { quotasOf } from '../ruleset/grounds';
import type { RuleSet } from '../ruleset/rule-set';
import { dwellingClass, verdictFor } from './fit-classes';
import type { Measures } from './measures';
import { needMask, needsOf } from './needs';

export type CascadeDwelling = OfferedDwelling & {
	readonly netAreaDm2: number | null;
	readonly measures: Measures;
};

/** The requests and dwellings of a notice, as plain data that can be sent to a thread. */
export type CascadeQuestion = {
	readonly notice: string;
	/** Public randomness, or a substitute for it before the draw. */
	readonly beacon: string;
	readonly rules: RuleSet;
	readonly maxChoices: number;
	readonly dwellings: readonly CascadeDwelling[];
	readonly requests: RequestColumns;
	/** For each request: its needs (`needMask`) and its number of persons. */
	readonly needs: Int32Array;
	readonly persons: Int32Array;
};

/**
 * Which household would get an accessible dwelling: one that needs it, one that can use it, one that has no need of it,
 * or none.
 */
export type Reached = 'needs' | 'can-use' | 'without-need' | 'nobody';

export type CascadeLine = {
	readonly dwelling: string;
	readonly goesTo: Reached;
	/** Requests (their positions in the question) of households that would come before, could list it, and did not. */
	readonly toInvite: readonly number[];
};

/**
 * The first category of the set-aside of a dwelling that suits a wheelchair. The second is for households that can use
 * such a home.
 */
const NEEDS = 'wheelchair';

/**
 * By dwelling id: which household each accessible dwelling of a notice would go to with the requests sent so far, and
 * the households to tell of it. Those are households that the set-aside puts before that one, whom the dwelling suits
 * (perhaps with works), whose size fits, that did not list it, and whose list has room.
 */
export function reportCascade(question: CascadeQuestion): CascadeLine[] {
	const holders = holdersOf(question);
	return question.dwellings
		.filter(({ setAside }) => setAside[0] === NEEDS)
		.toSorted((a, b) => compareBytes(a.id, b.id))
		.map((dwelling): CascadeLine => {
			const holder = holders.get(dwelling.id);
			const tier = holder === undefined ? dwelling.setAside.length : tierOf(question, dwelling, holder);
			const toInvite = couldAsk(question, dwelling, dwelling.setAside.slice(0, tier));
			return { dwelling: dwelling.id, goesTo: reachedBy(dwelling, holder, tier), toInvite };
		});
}

/** Dwelling id -> the request that would hold it. */
function holdersOf({ notice, beacon, rules, dwellings, requests }: CascadeQuestion): ReadonlyMap<string, number> {
	const numbers = new Map(requests.pseudonyms.map((pseudonym, request) => [pseudonym, request]));
	const round = { notice, beacon, dwellings, requests, quotas: quotasOf(rules) };
	const { market, outcome } = computeMarket(marketOfRequests(round));
	const holders = new Map<string, number>();
	outcome.dwelling.forEach((dwelling, application) => {
		if (dwelling >= 0) holders.set(market.dwellings[dwelling]!, numbers.get(market.applications[application]!)!);
	});
	return holders;
}

const categoriesOf = ({ requests }: CascadeQuestion, request: number) =>
	requests.categorySets[requests.categories[request]!]!;

/**
 * The position, in the set-aside, of the first category that the holder belongs to; after the last if it belongs to
 * none.
 */
function tierOf(question: CascadeQuestion, { setAside }: CascadeDwelling, holder: number): number {
	const categories = categoriesOf(question, holder);
	const tier = setAside.findIndex((category) => categories.includes(category));
	return tier < 0 ? setAside.length : tier;
}

function reachedBy({ setAside }: CascadeDwelling, holder: number | undefined, tier: number): Reached {
	if (holder === undefined) return 'nobody';
	if (tier === 0) return 'needs';
	return tier < setAside.length ? 'can-use' : 'without-need';
}

function couldAsk(
	question: CascadeQuestion,
	{ id, netAreaDm2, measures }: CascadeDwelling,
	first: readonly string[]
): number[] {
	const { rules, maxChoices, dwellings, requests, needs, persons } = question;
	const home = dwellingClass(measures);
	const place = dwellings.findIndex((one) => one.id === id);
	const carersRoom = needMask(needsOf(['carersRoom']));
	return requests.pseudonyms.flatMap((_, request) => {
		const choices = requests.choices.subarray(requests.choiceStart[request], requests.choiceStart[request + 1]);
		const [mask, verdict] = [needs[request]!, verdictFor(needs[request]!, home)];
		const asks =
			requests.withdrawn[request] === 0 &&
			first.some((category) => categoriesOf(question, request).includes(category)) &&
			(verdict === 'suits' || verdict === 'suits-with-works') &&
			choices.length < maxChoices &&
			!choices.includes(place) &&
			adequacyOf(rules, netAreaDm2, persons[request]!, (mask & carersRoom) !== 0) === 'adequate';
		return asks ? [request] : [];
	});
}
