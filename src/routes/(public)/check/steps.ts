import type { RequirementResult } from '$lib/domain/eligibility/requirement';
import { m } from '$lib/paraglide/messages';

/** The pages that ask questions, in order. The result comes after them. */
export const questionSteps = ['household', 'residence', 'home', 'income', 'circumstances'] as const;
export type QuestionStep = (typeof questionSteps)[number];

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

const fieldsOf: Record<QuestionStep, RegExp> = {
	household: /^(birthDate|relation)-/,
	residence:
		/^(livesIn|municipalitySince|regionSince|worksInLombardy|citizenship|permitValidTo|spans|span(Place|From|To)-\d+)$/,
	home: /^(kind|netArea|eviction|unhealthy|shared|ownsAdequateHome)$/,
	income: /^(isee|iseeKind|iseeValidTo|assets|earlier)$/,
	circumstances: /^(hasDisability|percent-\d+|disability-\d+|homeHasBarriers|emergency)$/
};

/** Whether a page asks a field. */
export const asksField = (step: CheckStep, field: string): boolean => step !== 'result' && fieldsOf[step].test(field);

export const isForward = (from: CheckStep, to: CheckStep) => checkSteps.indexOf(to) > checkSteps.indexOf(from);
export const stepAfter = (step: CheckStep): CheckStep => checkSteps[checkSteps.indexOf(step) + 1] ?? 'result';
export const stepBefore = (step: CheckStep): CheckStep => checkSteps[checkSteps.indexOf(step) - 1] ?? 'household';

const pageOf: Readonly<Record<RequirementResult['requirement'], QuestionStep>> = {
	isee: 'income',
	iseeInForce: 'income',
	assets: 'income',
	residenceOrWork: 'residence',
	citizenship: 'residence',
	noAdequateHome: 'home',
	noLostDwelling: 'income',
	noUnpaidArrears: 'income',
	noSquatting: 'income',
	seriousHandicap: 'circumstances',
	emergency: 'circumstances'
};

/** The page that asks for the missing fact of a requirement. The limit on assets depends on the number of people. */
export const stepOf = ({ requirement, reason }: RequirementResult): QuestionStep =>
	requirement === 'assets' && reason === 'not-told' ? 'household' : pageOf[requirement];
