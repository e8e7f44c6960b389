import type { Day } from '../calendar/instant';
import { filled, withConsequences, type Told } from '../household/told';
import type { RuleSet } from '../ruleset/rule-set';
import { criteria } from './criteria';
import type { CriterionId, Score } from './score';
import { scoreHousehold } from './score-household';

const members = (told: Told) => told.members !== undefined;

/** Whether what a criterion looks at was told. */
const wasTold: Readonly<Record<CriterionId, (told: Told) => boolean>> = {
	minorChildren: members,
	singleParent: members,
	elderly: members,
	severeDisability: ({ disabilities }) => disabilities !== undefined,
	disabilityPercent: ({ disabilities }) => disabilities !== undefined,
	attendanceAllowance: ({ disabilities }) => disabilities !== undefined,
	eviction: ({ eviction }) => eviction !== undefined,
	noHome: ({ kind }) => kind !== undefined,
	unhealthyHome: ({ unhealthy }) => unhealthy !== undefined,
	sharedHome: ({ shared }) => shared !== undefined,
	homeBarriers: ({ homeHasBarriers }) => homeHasBarriers !== undefined,
	overcrowding: (told) => members(told) && told.netAreaDm2 !== undefined,
	economicHardship: ({ iseeCents }) => iseeCents !== undefined,
	residenceRegion: ({ regionSince }) => regionSince !== undefined,
	residenceMunicipality: ({ municipalitySince }) => municipalitySince !== undefined,
	// Follows from the others.
	residenceTogether: () => true
};

/** `untold`: criteria of the rule set that could give more, whose facts were not told, in the order of the lines. */
export type ToldScore = { readonly score: Score; readonly untold: readonly CriterionId[] };

/**
 * The points of what was told, by the same criteria as a request's: a fact left blank gives none and is named in `untold`.
 * Points in hundredths; `today`: the calendar day in Milan.
 */
export function scoreTold(given: Told, rules: RuleSet, today: Day): ToldScore {
	const told = withConsequences(given);
	const { household, health } = filled(told);
	const asked = criteria.filter(({ id }) => rules.scoring[id] !== undefined);
	return {
		score: scoreHousehold(household, health, rules, today),
		untold: asked.map(({ id }) => id).filter((id) => !wasTold[id](told))
	};
}
