import { requirements } from '../eligibility/requirements';
import { factNames, factOf, namesIn, type FactDetail, type FactIfUsed, type FactName } from '../household/facts';
import { criteria } from '../scoring/criteria';
import type { RuleSet } from './rule-set';

/** Questions that only some notices ask: facts that only some rule sets look at, and details of a fact. */
export type Question = FactIfUsed | FactDetail;

const isIfUsed = (name: FactName): name is FactIfUsed => factOf[name].asked === 'if-used';
export const everyQuestion: readonly Question[] = [...factNames.filter(isIfUsed), 'disabilityDetails'];

type Rules = Pick<RuleSet, 'eligibility' | 'scoring' | 'residenceCounting'>;

/** Whether some of these rule sets looks at a fact; what none uses is not asked. */
export function asks(ruleSets: readonly Rules[], question: Question): boolean {
	return ruleSets.some((rules) => {
		// Where a gap begins residence anew, the day since which it is unbroken says all.
		if (question === 'earlierResidence' && rules.residenceCounting?.value !== 'total') return false;
		return rulesIn(rules).some((rule) => [...rule.facts, ...rule.evenIfBlank].includes(question));
	});
}

const rulesIn = ({ eligibility, scoring }: Rules) => [
	...requirements.filter(({ id }) => eligibility[id] !== undefined),
	...criteria.filter(({ id }) => scoring[id] !== undefined)
];

/** Everything that these rule sets ask beside what every household is asked. */
export const questionsOf = (ruleSets: readonly RuleSet[]): Question[] =>
	everyQuestion.filter((question) => asks(ruleSets, question));

/** Whether a request has to ask more about health than the needs of the household do, which say whether a handicap is serious. */
export const asksCircumstances = (rules: RuleSet): boolean =>
	everyQuestion
		.filter((name) => name === 'disabilityDetails' || namesIn('circumstances').includes(name))
		.some((question) => question !== 'disabilities' && asks([rules], question));

/** Whether the page of the needs asks about a serious handicap: only where the page before did not ask it of each person. */
export const asksSevereWithNeeds = (rules: RuleSet): boolean =>
	!asksCircumstances(rules) || !asks([rules], 'disabilities');
