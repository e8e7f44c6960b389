import { surveyList, type DwellingToMeasure, type WaitingHousehold } from '$lib/domain/accessibility/survey-list';
import { showSurveyList, type ShownSurveyList } from '$lib/domain/accessibility/survey-list-shown';

export type SurveyQuestion = {
	readonly dwellings: readonly DwellingToMeasure[];
	readonly households: readonly WaitingHousehold[];
};

export function run({ dwellings, households }: SurveyQuestion): Promise<ShownSurveyList> {
	return Promise.resolve(showSurveyList(surveyList(dwellings, households)));
}
