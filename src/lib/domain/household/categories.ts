import type { HealthFacts } from '../accessibility/needs';
import type { RuleSet } from '../ruleset/rule-set';
import type { Category } from './category';
import type { Household } from './household';

/**
 * The categories a household belongs to, in the order above. `wheelchair` needs an accessible dwelling,
 * `reduced-mobility` can use one (docs/domain-rules.md, round 2: first who needs it, then who can use it, then everybody);
 * `indigent` by its ISEE (L.R. 16/2016 art. 13), where the rule set has that limit.
 */
export function categoriesOf(household: Household, health: HealthFacts, rules: RuleSet): Category[] {
	const { needs } = health;
	const found: Category[] = [];
	if (needs.wheelchairIndoors) found.push('wheelchair');
	if (needs.fewSteps || needs.walker || needs.bathroomTransfers) found.push('reduced-mobility');
	if (rules.indigent && household.iseeCents <= rules.indigent.value.iseeMaxCents) found.push('indigent');
	return found;
}
