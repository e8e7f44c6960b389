import type { Day } from '../calendar/instant';
import { filled, withConsequences, type Told } from '../household/told';
import type { RuleSet } from '../ruleset/rule-set';
import type { Eligibility } from './judge-eligibility';
import type { RequirementId, RequirementResult } from './requirement';
import { requirements } from './requirements';

/** Whether what a requirement looks at was told; what it calls missing by itself is left to it. */
const wasTold: Readonly<Record<RequirementId, (told: Told) => boolean>> = {
	isee: ({ iseeCents }) => iseeCents !== undefined,
	iseeInForce: () => true,
	assets: ({ members }) => members !== undefined,
	residenceOrWork: ({ livesInLombardy, worksInLombardy }) =>
		livesInLombardy === true || worksInLombardy === true || (livesInLombardy === false && worksInLombardy === false),
	citizenship: ({ citizenship }) => citizenship !== undefined,
	noAdequateHome: ({ ownsAdequateHome }) => ownsAdequateHome !== undefined,
	noLostDwelling: ({ lostPublicDwelling }) => lostPublicDwelling !== undefined,
	noUnpaidArrears: ({ unpaidArrears }) => unpaidArrears !== undefined,
	noSquatting: ({ squatted }) => squatted !== undefined,
	seriousHandicap: ({ disabilities }) => disabilities !== undefined,
	emergency: () => true
};

/**
 * Judges what was told of a household by the same requirements as a request. What depends on a fact left blank is
 * `missing` with the reason `not-told`, never met or failed. `today`: the calendar day in Milan.
 */
export function judgeTold(given: Told, rules: RuleSet, today: Day): Eligibility {
	const told = withConsequences(given);
	const { household, health } = filled(told);
	// Living there is enough for the requirement; since when is for the points.
	const regionSince = household.regionSince ?? (told.livesInLombardy ? today : null);
	const facts = { household: { ...household, regionSince }, health, today };
	const results = requirements.flatMap(({ id, judge }): RequirementResult[] => {
		const result = judge(facts, rules.eligibility);
		if (!result || wasTold[id](told)) return result ? [result] : [];
		return [{ ...result, outcome: 'missing', threshold: null, fact: null, reason: 'not-told' }];
	});
	const failures = results.filter(({ outcome }) => outcome !== 'met');
	return { eligible: failures.length === 0, results, failures };
}
