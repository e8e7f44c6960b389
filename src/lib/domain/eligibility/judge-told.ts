import type { Day } from '../calendar/instant';
import { filled, withConsequences, type Told } from '../household/told';
import type { RuleSet } from '../ruleset/rule-set';
import type { Eligibility } from './judge-eligibility';
import type { RequirementId, RequirementResult } from './requirement';
import { requirements } from './requirements';

/**
 * Whether the facts that a requirement looks at were told. A fact that the requirement itself reports as missing is
 * left to it.
 */
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
 * Judges what a household has told so far by the same requirements as a sent application. A requirement that depends on
 * a blank fact is `missing` with the reason `not-told`, never met or failed. `today`: the calendar day in Milan.
 */
export function judgeTold(given: Told, rules: RuleSet, today: Day): Eligibility {
	const told = withConsequences(given);
	const { household, health } = filled(told);
	// The requirement only asks whether they live there. The points ask since when.
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
