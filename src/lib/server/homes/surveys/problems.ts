import { m } from '$lib/paraglide/messages';
import type { SurveyProblem } from '$lib/server/homes/dwellings/survey-service';
import type { PhotographProblem } from '$lib/server/homes/photographs/service';
import { registerLabel } from '$lib/words/register-labels';

type Plain = Exclude<SurveyProblem['problem'], 'look-again' | 'promised'>;

const sentences: Readonly<Record<Plain, () => string>> = {
	'not-allowed': m.survey_problem_not_allowed,
	'nothing-found': m.survey_problem_nothing_found,
	'not-a-feature': m.survey_problem_not_a_feature,
	'day-missing': m.survey_problem_day_missing,
	'in-the-future': m.survey_problem_in_the_future,
	unknown: m.survey_problem_unknown
};

const ofTheDay: readonly string[] = ['day-missing', 'in-the-future'];

/** What the form of a survey shows when it was not written: problems by field, with the values to look at again. */
export function surveyRefusal(refused: SurveyProblem) {
	if (refused.problem === 'look-again') {
		const { doubts, conflicts, stands } = refused;
		return { errors: {}, problem: m.survey_look_again(), doubts, conflicts, seen: JSON.stringify(stands) };
	}
	if (refused.problem === 'promised') {
		const notices = refused.notices.join(', ');
		const sentence = (field: string) => m.survey_promised_field({ name: registerLabel(field), notices });
		return { errors: Object.fromEntries(refused.fields.map((field) => [field, sentence(field)])), problem: undefined };
	}
	const sentence = sentences[refused.problem]();
	return ofTheDay.includes(refused.problem)
		? { errors: { on: sentence } as Record<string, string>, problem: undefined }
		: { errors: {} as Record<string, string>, problem: sentence };
}

/** The sentences for a photograph that was not kept or not erased. */
export const photographProblems: Readonly<Record<PhotographProblem, () => string>> = {
	'not-allowed': m.survey_problem_not_allowed,
	unknown: m.survey_problem_unknown,
	'too-many': m.photo_too_many,
	'in-the-future': m.survey_problem_in_the_future
};
