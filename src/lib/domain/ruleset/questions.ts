import type { RuleSet } from './rule-set';

/** Facts that only some rule sets look at, so that only their notices ask them. */
export type Question =
	| 'permitValidTo'
	| 'earlierResidence'
	| 'shared'
	| 'iseeValidTo'
	/** Whether there is one at all. */
	| 'disabilities'
	/** Its percentage, and the allowance. */
	| 'disabilityDetails'
	| 'homeHasBarriers'
	| 'emergency';

/** Whether some of these rule sets looks at a fact; what none uses is not asked. */
export function asks(ruleSets: readonly RuleSet[], question: Question): boolean {
	return ruleSets.some((rules) => uses[question](rules));
}

type Rules = Pick<RuleSet, 'eligibility' | 'scoring' | 'residenceCounting'>;

const uses: Readonly<Record<Question, (rules: Rules) => boolean>> = {
	permitValidTo: ({ eligibility }) => eligibility.citizenship !== undefined,
	// Where a gap begins residence anew, the day since which it is unbroken says all.
	earlierResidence: ({ residenceCounting, scoring }) =>
		residenceCounting?.value === 'total' &&
		(scoring.residenceRegion !== undefined || scoring.residenceMunicipality !== undefined),
	shared: ({ scoring }) => scoring.sharedHome !== undefined,
	iseeValidTo: ({ eligibility }) => eligibility.iseeInForce !== undefined,
	disabilities: ({ eligibility, scoring }) =>
		eligibility.seriousHandicap !== undefined ||
		scoring.severeDisability !== undefined ||
		uses.disabilityDetails({ eligibility, scoring }),
	disabilityDetails: ({ scoring }) =>
		scoring.disabilityPercent !== undefined || scoring.attendanceAllowance !== undefined,
	homeHasBarriers: ({ scoring }) => scoring.homeBarriers !== undefined,
	emergency: ({ eligibility }) => eligibility.emergency !== undefined
};

/** Whether a request has to ask more about health than the needs of the household do. */
export const asksCircumstances = (rules: RuleSet): boolean =>
	(['disabilityDetails', 'homeHasBarriers', 'emergency'] as const).some((question) => asks([rules], question));
