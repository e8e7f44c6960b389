import {
	lawfulConditions,
	type LawfulCondition,
	type MatchingRules,
	type NeedsFit,
	type RentedHome,
	type Seeker
} from './rented-home';

export type ConditionId = 'isee' | 'rent' | 'size' | 'dates' | 'needs' | LawfulCondition;
export type Condition = { readonly id: ConditionId; readonly outcome: 'met' | 'not-met' | 'unknown' };

/** The facts about a pair besides the two records, computed by the rules of size and accessibility. */
export type PairFacts = {
	/** Whether the net area suits so many people; null when it was not measured. */
	readonly adequateSize: boolean | null;
	readonly needs: NeedsFit;
};

/** Conditions that stop a suggestion even when unknown: a home must be known to suit. */
const mustBeKnown: readonly ConditionId[] = ['isee', 'size', 'dates', 'needs', 'no-smoking', 'no-pets'];

/**
 * The hard conditions of both sides, each with its outcome. Amounts in cents. The condition of rent against income
 * stays unknown while the agency has set no share, or the household has not told its income. Conditions of a landlord
 * outside the closed list are ignored. Source: the ISEE limit of the agency.
 */
export function checkConditions(home: RentedHome, seeker: Seeker, facts: PairFacts, rules: MatchingRules): Condition[] {
	const asked = lawfulConditions
		.filter((id) => home.conditions.includes(id))
		.map<Condition>((id) => ({ id, outcome: met(id === 'no-smoking' ? !seeker.smokes : !seeker.hasPets) }));
	return [
		{ id: 'isee', outcome: met(seeker.iseeCents <= rules.iseeMaxCents) },
		{ id: 'rent', outcome: rentOutcome(home, seeker, rules) },
		{ id: 'size', outcome: facts.adequateSize === null ? 'unknown' : met(facts.adequateSize) },
		{ id: 'dates', outcome: met(seeker.neededBy === null || home.availableFrom <= seeker.neededBy) },
		{ id: 'needs', outcome: needsOutcome(facts.needs) },
		...asked
	];
}

/** Whether a pair with these conditions may be suggested. */
export function maySuggest(conditions: readonly Condition[]): boolean {
	return conditions.every(
		({ id, outcome }) => outcome === 'met' || (outcome === 'unknown' && !mustBeKnown.includes(id))
	);
}

/** The conditions that the landlord may read: nothing about health, not even whether there are needs. */
export function conditionsForLandlord(conditions: readonly Condition[]): Condition[] {
	return conditions.filter(({ id }) => id !== 'needs');
}

const met = (yes: boolean) => (yes ? 'met' : 'not-met');

/** The highest monthly rent in cents for this income; null while the share is not set or the income not told. */
export function highestRentCents({ yearlyIncomeCents }: Seeker, rules: MatchingRules): number | null {
	if (rules.rentToIncomeMaxPercent === null || yearlyIncomeCents === null) return null;
	return Math.floor((yearlyIncomeCents * rules.rentToIncomeMaxPercent) / (12 * 100));
}

function rentOutcome(home: RentedHome, seeker: Seeker, rules: MatchingRules): Condition['outcome'] {
	const highest = highestRentCents(seeker, rules);
	return highest === null ? 'unknown' : met(home.rentCents <= highest);
}

function needsOutcome(fit: NeedsFit): Condition['outcome'] {
	if (fit === 'none' || fit === 'suits') return 'met';
	return fit === 'unknown' ? 'unknown' : 'not-met';
}
