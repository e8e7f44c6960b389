import { hasField } from '$lib/domain/household/fact-fields';
import { partOf, type FactName, type FactPart } from '$lib/domain/household/facts';
import { requirements } from '$lib/domain/eligibility/requirements';
import type { RequirementResult } from '$lib/domain/eligibility/requirement-result';
import { m } from '$lib/paraglide/messages';

/** The pages that ask questions, in order. The result comes after them. */
export const questionSteps = ['household', 'residence', 'home', 'income', 'circumstances'] as const;
export type QuestionStep = (typeof questionSteps)[number];

export const partOfStep = {
	household: 'members',
	residence: 'residence',
	home: 'home',
	income: 'income',
	circumstances: 'circumstances'
} as const satisfies Record<QuestionStep, FactPart>;

/** The id of the form that holds the answers so far. */
export const FORM = 'check-answers';

export const checkSteps = [...questionSteps, 'result'] as const;
export type CheckStep = (typeof checkSteps)[number];

export const checkStepName: Record<CheckStep, () => string> = {
	household: m.apply_step_household,
	residence: m.apply_step_residence,
	home: m.apply_step_home,
	income: m.apply_step_income,
	circumstances: m.apply_step_circumstances,
	result: m.check_step_result
};

/** Whether a page asks a field. */
export const asksField = (step: CheckStep, field: string): boolean =>
	step !== 'result' && ((step === 'residence' && field === 'livesIn') || hasField(partOfStep[step], field));

export const isForward = (from: CheckStep, to: CheckStep) => checkSteps.indexOf(to) > checkSteps.indexOf(from);
export const stepAfter = (step: CheckStep): CheckStep => checkSteps[checkSteps.indexOf(step) + 1] ?? 'result';
export const stepBefore = (step: CheckStep): CheckStep => checkSteps[checkSteps.indexOf(step) - 1] ?? 'household';

/** The page that asks what a requirement misses: the first fact that it cannot do without, else the last that it looks at. */
export function stepOf({ requirement, reason }: RequirementResult): QuestionStep {
	const { facts, evenIfBlank } = requirements.find(({ id }) => id === requirement)!;
	const looksAt: readonly FactName[] = [...facts, ...evenIfBlank];
	const part = partOf(reason === 'not-told' ? looksAt[0]! : looksAt.at(-1)!);
	return questionSteps.find((step) => partOfStep[step] === part)!;
}
