import type { Kysely } from 'kysely';
import { fileText } from '$lib/domain/puc/file-text';
import type { Database } from '$lib/server/schema';
import { listObservations } from '$lib/server/programme/facts/repository';
import { findProgramme, listLines } from '$lib/server/programme/operations/repository';
import { recordsOf } from './records';

/**
 * The text of the monitoring file of the programme, as far as the records go; it may have faults.
 * @param sender the code by which the State knows who sends; null: the programme's own
 * @returns null before the programme is loaded
 */
export async function monitoringFile(db: Kysely<Database>, sender: string | null): Promise<string | null> {
	const programme = await findProgramme(db);
	if (!programme) return null;
	const observations = await listObservations(db);
	const lines = (await listLines(db)).map((line) => ({
		line,
		observations: observations.filter(({ about, aboutId }) => about === 'line' && aboutId === line.id)
	}));
	return fileText(
		sender ?? programme.id,
		lines.flatMap((facts) => recordsOf(programme, facts))
	);
}
