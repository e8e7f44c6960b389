import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { Survey } from '$lib/domain/accessibility/survey';
import type { Database } from '$lib/server/schema';
import { storedFindings } from './stored-findings';
import type { SurveysTable } from './table';

const BATCH = 500;

/** Surveys are only ever added. */
export async function insertSurveys(
	trx: Transaction<Database>,
	rows: readonly Insertable<SurveysTable>[]
): Promise<void> {
	for (let from = 0; from < rows.length; from += BATCH) {
		await trx
			.insertInto('surveys')
			.values(rows.slice(from, from + BATCH))
			.execute();
	}
}

export async function hasSurvey(db: Kysely<Database>, id: string): Promise<boolean> {
	return (await db.selectFrom('surveys').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

const surveyOf = (row: Selectable<SurveysTable>): Survey => ({
	how: row.how,
	on: row.taken_on,
	surveyor: row.surveyor,
	findings: storedFindings(row.findings),
	recordedAt: row.recorded_at
});

/** The surveys of some buildings or dwellings by their id, oldest first; of one moment by their ids. */
export async function listSurveys(
	db: Kysely<Database>,
	which: { readonly buildings: readonly string[] } | { readonly dwellings: readonly string[] }
): Promise<Map<string, Survey[]>> {
	const [column, ids] =
		'buildings' in which ? (['building_id', which.buildings] as const) : (['dwelling_id', which.dwellings] as const);
	const found = new Map<string, Survey[]>(ids.map((id) => [id, []]));
	for (let from = 0; from < ids.length; from += BATCH) {
		const rows = await db
			.selectFrom('surveys')
			.selectAll()
			.where(column, 'in', ids.slice(from, from + BATCH))
			.orderBy('recorded_at')
			.orderBy('id')
			.execute();
		for (const row of rows) found.get(row[column]!)!.push(surveyOf(row));
	}
	return found;
}
