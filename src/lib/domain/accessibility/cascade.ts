import { compareBytes } from '../allocation/byte-order';
import { computeRound } from '../allocation/compute-round';
import { adequacyOf } from '../eligibility/adequacy';
import { buildRound, type OfferedDwelling } from '../rounds/build-round';
import type { RequestColumns } from '../rounds/request-columns';
import type { RuleSet } from '../ruleset/rule-set';
import { dwellingClass, verdictFor } from './fit-classes';
import type { Measures } from './measures';
import { needMask, needsOf } from './needs';

export type CascadeDwelling = OfferedDwelling & {
	readonly netAreaDm2: number | null;
	readonly measures: Measures;
};

/** The requests of a notice and its dwellings: plain data, so that it travels to a thread. */
export type CascadeQuestion = {
	readonly notice: string;
	/** Public randomness, or what stands in for it before the draw. */
	readonly beacon: string;
	readonly rules: RuleSet;
	readonly maxChoices: number;
	readonly dwellings: readonly CascadeDwelling[];
	readonly requests: RequestColumns;
	/** Of each request of `requests`: its needs (`needMask`) and its persons. */
	readonly needs: Int32Array;
	readonly persons: Int32Array;
};

/** Who would get an accessible dwelling: who needs one, who can use one, whoever has no need of it, or nobody. */
export type Reached = 'needs' | 'can-use' | 'without-need' | 'nobody';

export type CascadeLine = {
	readonly dwelling: string;
	readonly goesTo: Reached;
	/** Requests, as in the question, of households with a need of it that did not list it, and could. */
	readonly toInvite: readonly number[];
};

/** The label of a dwelling that suits a wheelchair; what else may follow it is for who can use such a home. */
const NEEDS = 'wheelchair';

/**
 * Whom each accessible dwelling of a notice would reach with the requests sent so far, and, where it would fall to a
 * household without a need of it or to nobody, the households to tell: those that the label puts first, whom the dwelling
 * suits, with works perhaps, whose size fits, that did not list it and have room in their list. By dwelling id.
 */
export function reportCascade(question: CascadeQuestion): CascadeLine[] {
	const holders = holdersOf(question);
	return question.dwellings
		.filter(({ setAside }) => setAside.includes(NEEDS))
		.toSorted((a, b) => compareBytes(a.id, b.id))
		.map((dwelling): CascadeLine => {
			const goesTo = reachedBy(question, dwelling, holders.get(dwelling.id));
			const served = goesTo === 'needs' || goesTo === 'can-use';
			return { dwelling: dwelling.id, goesTo, toInvite: served ? [] : couldAsk(question, dwelling) };
		});
}

/** Dwelling id -> the request that would hold it. */
function holdersOf({ notice, beacon, rules, dwellings, requests }: CascadeQuestion): ReadonlyMap<string, number> {
	const numbers = new Map(requests.pseudonyms.map((pseudonym, request) => [pseudonym, request]));
	const { market, outcome } = computeRound(buildRound(notice, beacon, dwellings, requests, rules.quotas?.value));
	const holders = new Map<string, number>();
	outcome.dwelling.forEach((dwelling, application) => {
		if (dwelling >= 0) holders.set(market.dwellings[dwelling]!, numbers.get(market.applications[application]!)!);
	});
	return holders;
}

const categoriesOf = ({ requests }: CascadeQuestion, request: number) =>
	requests.categorySets[requests.categories[request]!]!;

function reachedBy(question: CascadeQuestion, { setAside }: CascadeDwelling, holder: number | undefined): Reached {
	if (holder === undefined) return 'nobody';
	const categories = categoriesOf(question, holder);
	if (categories.includes(NEEDS)) return 'needs';
	return setAside.some((category) => categories.includes(category)) ? 'can-use' : 'without-need';
}

function couldAsk(question: CascadeQuestion, { id, setAside, netAreaDm2, measures }: CascadeDwelling): number[] {
	const { rules, maxChoices, dwellings, requests, needs, persons } = question;
	const home = dwellingClass(measures);
	const place = dwellings.findIndex((one) => one.id === id);
	const carersRoom = needMask(needsOf(['carersRoom']));
	return requests.pseudonyms.flatMap((_, request) => {
		const choices = requests.choices.subarray(requests.choiceStart[request], requests.choiceStart[request + 1]);
		const [mask, verdict] = [needs[request]!, verdictFor(needs[request]!, home)];
		const asks =
			requests.withdrawn[request] === 0 &&
			setAside.some((category) => categoriesOf(question, request).includes(category)) &&
			(verdict === 'suits' || verdict === 'suits-with-works') &&
			choices.length < maxChoices &&
			!choices.includes(place) &&
			adequacyOf(rules, netAreaDm2, persons[request]!, (mask & carersRoom) !== 0) === 'adequate';
		return asks ? [request] : [];
	});
}
