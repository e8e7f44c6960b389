import type { Kysely, Transaction } from 'kysely';
import type { InBoth, Observation, Source, Statement } from '$lib/domain/programme/observation';
import type { Database } from '$lib/server/schema';
import { replaceProgramme } from '$lib/server/programme/operations/repository';
import type { FactRows } from './rows';
import { whatName } from './vocabulary';

/** Writes the facts of the file over those of an earlier file. What an account entered stays. */
export async function replaceFacts(trx: Transaction<Database>, rows: FactRows): Promise<void> {
	await trx.deleteFrom('observations').where('account_id', 'is', null).execute();
	await trx.deleteFrom('statements').execute();
	for (const row of rows.sources)
		await trx
			.insertInto('sources')
			.values(row)
			.onConflict((conflict) => conflict.column('id').doUpdateSet(row))
			.execute();
	await replaceProgramme(trx, rows);
	await trx.insertInto('observations').values(rows.observations).execute();
	await trx.insertInto('statements').values(rows.statements).execute();
}

/** The day of the file that the facts were read from; undefined without a programme. */
export async function factsOf(db: Kysely<Database>) {
	return db.selectFrom('programmes').select('facts_of as factsOf').executeTakeFirst();
}

export type ObservationAbout = Observation & { readonly about: string; readonly aboutId: string };

export async function listObservations(db: Kysely<Database>): Promise<ObservationAbout[]> {
	const rows = await db.selectFrom('observations').selectAll().orderBy('about_id').orderBy('position').execute();
	return rows.map((row) => ({
		about: row.about,
		aboutId: row.about_id,
		what: row.what,
		name: whatName(row.what),
		unit: row.unit,
		value: Number(row.value),
		rounded: row.rounded === 1,
		asOf: row.as_of,
		source: row.source_id,
		certainty: row.certainty,
		note: inBoth(row.note_it, row.note_en)
	}));
}

export async function listStatements(db: Kysely<Database>): Promise<(Statement & { operationId: string | null })[]> {
	const rows = await db.selectFrom('statements').selectAll().orderBy('kind').orderBy('position').execute();
	return rows.map((row) => ({
		id: row.id,
		operationId: row.operation_id,
		kind: row.kind,
		text: { it: row.text_it, en: row.text_en },
		asOf: row.as_of,
		source: row.source_id,
		certainty: row.certainty,
		note: inBoth(row.note_it, row.note_en)
	}));
}

export async function listSources(db: Kysely<Database>): Promise<Source[]> {
	const rows = await db.selectFrom('sources').selectAll().orderBy('id').execute();
	return rows.map(({ id, title, publisher, url, dated, note_it, note_en }) => ({
		...{ id, title, publisher, url, date: dated },
		note: inBoth(note_it, note_en)
	}));
}

export const inBoth = (it: string | null, en: string | null): InBoth | null => (it && en ? { it, en } : null);
