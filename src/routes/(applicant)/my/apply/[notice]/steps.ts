import { firstMissing, type AnswerPart, type Answers } from '$lib/domain/application/answers';
import { m } from '$lib/paraglide/messages';

/** The pages of the form, in their order; the last one has no answers of its own. */
export const steps = ['household', 'residence', 'home', 'income', 'needs', 'dwellings', 'check'] as const;
export type Step = (typeof steps)[number];

export const stepName: Record<Step, () => string> = {
	household: m.apply_step_household,
	residence: m.apply_step_residence,
	home: m.apply_step_home,
	income: m.apply_step_income,
	needs: m.apply_step_needs,
	dwellings: m.apply_step_dwellings,
	check: m.apply_step_check
};

const stepOf: Record<AnswerPart, Step> = {
	members: 'household',
	residence: 'residence',
	home: 'home',
	income: 'income',
	needs: 'needs',
	choices: 'dwellings'
};

/** Where to go on: the first step without an answer, else the check. */
export function resumeAt(answers: Answers): Step {
	const missing = firstMissing(answers);
	return missing ? stepOf[missing] : 'check';
}
