import type { SurveyPart } from '$lib/domain/accessibility/survey-groups';

/** A photograph of a building or of a dwelling: JPEG without the data of the camera, and a small one for lists. */
export type PhotographsTable = {
	id: string;
	building_id: string | null;
	dwelling_id: string | null;
	part: SurveyPart;
	image: Buffer;
	thumbnail: Buffer;
	width: number;
	height: number;
	taken_on: string;
	account_id: string;
	recorded_at: string;
};
