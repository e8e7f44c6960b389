import type { Insertable } from 'kysely';
import { buildingFeatureNames, dwellingFeatureNames } from '$lib/domain/accessibility/features';
import { newFindings, type Findings, type Provenance } from '$lib/domain/accessibility/survey';
import type { Instant } from '$lib/domain/calendar/instant';
import type { LastSurvey } from '$lib/domain/dwelling/dwelling';
import { newId } from '$lib/server/ids';
import type { SurveysTable } from './table';

/** The subject of a survey. */
export type Surveyed = { readonly buildingId: string } | { readonly dwellingId: string };

const buildingNames = ['route', ...buildingFeatureNames];
const featuresOf = (of: Surveyed) => ('buildingId' in of ? buildingNames : dwellingFeatureNames);

/** The account that recorded it, and when; null: no account, as in the demo world. */
type Recorded = { readonly by: string | null; readonly at: Instant };

export const surveyRow = (
	of: Surveyed,
	found: Provenance & { readonly findings: Findings },
	{ by, at }: Recorded,
	id = newId()
): Insertable<SurveysTable> => ({
	id,
	building_id: 'buildingId' in of ? of.buildingId : null,
	dwelling_id: 'dwellingId' in of ? of.dwellingId : null,
	how: found.how,
	taken_on: found.on,
	surveyor: found.surveyor,
	account_id: by,
	findings: JSON.stringify(found.findings),
	recorded_at: at
});

/**
 * The record of what a form or a file changes in the measures; none where it changes nothing. With a day they count as
 * measured that day, without one as declared. The same measures with another day or name were taken again: all of them.
 */
export function surveysOf(
	of: Surveyed,
	before: (LastSurvey & object) | null,
	after: LastSurvey & object,
	recorded: Recorded
): Insertable<SurveysTable>[] {
	const again = before?.measuredOn !== after.measuredOn || before.measuredBy !== after.measuredBy;
	const changed = newFindings(featuresOf(of), before, after);
	const findings = Object.keys(changed).length === 0 && again ? newFindings(featuresOf(of), null, after) : changed;
	if (Object.keys(findings).length === 0) return [];
	const how = after.measuredOn === null ? 'declared' : 'measured';
	return [surveyRow(of, { how, on: after.measuredOn, surveyor: after.measuredBy, findings }, recorded)];
}
