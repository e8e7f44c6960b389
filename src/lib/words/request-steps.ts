import { firstMissing, type AnswerPart, type Answers } from '$lib/domain/application/answers';
import { asksCircumstances } from '$lib/domain/ruleset/questions';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { m } from '$lib/paraglide/messages';

const steps = ['household', 'residence', 'home', 'circumstances', 'income', 'needs', 'dwellings', 'check'] as const;
export type Step = (typeof steps)[number];

/** The pages of a notice's form in order. The last page asks nothing. */
export const stepsOf = (rules: RuleSet): readonly Step[] =>
	steps.filter((step) => step !== 'circumstances' || asksCircumstances(rules));

/** The rules decide whether a page comes between `home` and `income`. */
export const besideIncome = (rules: RuleSet, other: 'home' | 'income'): Step =>
	asksCircumstances(rules) ? 'circumstances' : other;

export const stepName: Record<Step, () => string> = {
	household: m.apply_step_household,
	residence: m.apply_step_residence,
	home: m.apply_step_home,
	circumstances: m.apply_step_circumstances,
	income: m.apply_step_income,
	needs: m.apply_step_needs,
	dwellings: m.apply_step_dwellings,
	check: m.apply_step_check
};

export const stepOf: Record<AnswerPart, Step> = {
	members: 'household',
	residence: 'residence',
	home: 'home',
	circumstances: 'circumstances',
	income: 'income',
	needs: 'needs',
	choices: 'dwellings'
};

/** The step to continue with: the first without an answer, else the check. */
export function resumeAt(answers: Answers, rules: RuleSet): Step {
	const missing = firstMissing(answers, rules);
	return missing ? stepOf[missing] : 'check';
}
