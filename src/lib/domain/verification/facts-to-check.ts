import { noHealthFacts } from '../accessibility/needs';
import type { Day } from '../calendar/instant';
import { requirements } from '../eligibility/requirements';
import { hasPermit } from '../household/choices';
import { factNames, factOf, type FactName } from '../household/facts';
import type { RuleSet } from '../ruleset/rule-set';
import { criteria } from '../scoring/criteria';
import type { CriterionId } from '../scoring/score';
import { scoreHousehold } from '../scoring/score-household';
import type { DeclaredFacts } from './finding';
import { valuesOf } from './verified-facts';

type Rule = { readonly facts: readonly FactName[]; readonly evenIfBlank: readonly string[] };

/** The facts that a rule looks at; a detail of a fact is checked with the fact. */
export const readBy = ({ facts, evenIfBlank }: Rule): readonly FactName[] => [
	...facts,
	...evenIfBlank.filter((name): name is FactName => Object.hasOwn(factOf, name))
];

/** The facts on which a line of a score rests; none for the ceiling, which rests on other lines. */
export function factsOfLine(criterion: CriterionId): readonly FactName[] {
	const rule = criteria.find(({ id }) => id === criterion);
	return rule ? readBy(rule) : [];
}

/** Facts that decide about places, sizes and reserves, whatever the points. */
function besideRules({ ties, indigent }: RuleSet): FactName[] {
	const residence: FactName[] = ['municipalitySince', 'regionSince', 'earlierResidence'];
	const byDays = ties.value.some((tie) => tie === 'municipality-days' || tie === 'region-days');
	return ['members', ...(byDays ? residence : []), ...(indigent ? (['iseeCents'] as const) : [])];
}

/** Every fact that a requirement, a criterion, a tie or a reserve of these rules looks at, in the order of the catalogue. */
export function factsRead(rules: RuleSet): readonly FactName[] {
	const asked = [
		...requirements.filter(({ id }) => rules.eligibility[id] !== undefined),
		...criteria.filter(({ id }) => rules.scoring[id] !== undefined)
	];
	const read = new Set([...besideRules(rules), ...asked.flatMap(readBy)]);
	return factNames.filter((name) => read.has(name));
}

/**
 * The facts that have to be checked for this household: those of every requirement, and those that gave it points. A criterion
 * that gave none claims nothing, so the household has nothing to prove for it. `today`: the day of the request in Milan.
 */
export function factsToCheck(facts: DeclaredFacts, rules: RuleSet, today: Day): ReadonlySet<FactName> {
	const { lines } = scoreHousehold(facts.household, facts.health ?? noHealthFacts, rules, today);
	const read = [
		...besideRules(rules),
		...requirements.filter(({ id }) => rules.eligibility[id] !== undefined).flatMap(readBy),
		...criteria.filter(({ id }) => lines.some(({ criterion }) => criterion === id)).flatMap(readBy)
	];
	return new Set(read.filter((name) => concerns(name, facts)));
}

/** Whether a fact says something of this household: a citizen has no permit, and no home has no area. */
function concerns(name: FactName, facts: DeclaredFacts): boolean {
	const { citizenship, earlierResidence, home } = facts.household;
	if (name === 'permitValidTo') return hasPermit(citizenship);
	if (name === 'earlierResidence') return (earlierResidence ?? []).length > 0;
	const { withoutHome } = factOf[name];
	if (home.kind !== 'none' || withoutHome === undefined) return true;
	return (valuesOf(facts)[name] ?? withoutHome) !== withoutHome;
}
