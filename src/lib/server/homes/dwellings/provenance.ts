import type { Kysely } from 'kysely';
import { currentFindings, type Provenance } from '$lib/domain/accessibility/survey';
import type { Dwelling } from '$lib/domain/dwelling/dwelling';
import type { Database } from '$lib/server/schema';
import { listSurveys } from './survey-repository';

/** Where each known measure of a dwelling and its building comes from, by feature. */
export type Provenances = Readonly<Record<string, Provenance>>;

/** `named`: with the names of those who measured, which are for the office only. */
export async function provenanceOf(db: Kysely<Database>, dwelling: Dwelling, named: boolean): Promise<Provenances> {
	const ofBuilding = await listSurveys(db, { buildings: [dwelling.building.id] });
	const ofDwelling = await listSurveys(db, { dwellings: [dwelling.id] });
	const surveys = [...(ofBuilding.get(dwelling.building.id) ?? []), ...(ofDwelling.get(dwelling.id) ?? [])];
	return Object.fromEntries(
		[...currentFindings(surveys)].map(([feature, { how, on, surveyor }]) => [
			feature,
			{ how, on, surveyor: named ? surveyor : null }
		])
	);
}
