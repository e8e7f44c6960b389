import type { Doubt } from '$lib/domain/accessibility/doubts';
import type { Route } from '$lib/domain/accessibility/route';
import type { Finding, Findings, Provenance } from '$lib/domain/accessibility/survey';
import type { SurveyGroup, SurveyPart } from '$lib/domain/accessibility/survey-groups';
import type { Day } from '$lib/domain/calendar/instant';
import type { Building } from '$lib/domain/dwelling/dwelling';

export type Photograph = {
	readonly id: string;
	readonly part: SurveyPart;
	readonly width: number;
	readonly height: number;
	readonly takenOn: Day;
	readonly takenBy: string;
};

/** The data of a survey's page. */
export type SurveyData = {
	readonly surveyId: string;
	readonly photoId: string;
	readonly kind: 'building' | 'dwelling';
	readonly id: string;
	readonly code: string;
	readonly unit: string | null;
	readonly building: Pick<Building, 'id' | 'code' | 'street' | 'streetNumber' | 'municipality'>;
	readonly synthetic: boolean;
	readonly groups: readonly SurveyGroup[];
	readonly known: Findings;
	readonly route: Route | null;
	readonly provenance: Readonly<Record<string, Provenance>>;
	readonly promised: readonly string[];
	readonly photographs: readonly Photograph[];
	readonly today: Day;
	readonly actor: { readonly name: string } | null;
	readonly owner: string;
	readonly saved: boolean;
	/** The last act on a photograph: `kept` or `erased`. */
	readonly photo: string | null;
};

/** The answer of the form of a survey or of a photograph. */
export type SurveyAnswer = {
	readonly errors?: Record<string, string>;
	readonly problem?: string;
	readonly values?: Record<string, string | string[]>;
	readonly doubts?: readonly Doubt[];
	readonly conflicts?: readonly { feature: string; stands: Finding | undefined }[];
	/** The current values of the fields that the form had shown, as JSON. A form that sends them back has seen them. */
	readonly seen?: string;
	readonly photoError?: string;
} | null;
