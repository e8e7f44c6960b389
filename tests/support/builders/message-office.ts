import type { TestDatabase } from '../database';
import { anAccount } from './closed-notice';

/** An office that wrote no message yet, and a reader: every message, mail and word of the agency is deleted. */
export async function aMessageOffice(database: TestDatabase) {
	await database.transact(async (trx) => {
		for (const table of ['message_texts', 'outbox', 'messages'] as const) await trx.deleteFrom(table).execute();
	});
	return {
		officer: await anAccount(database, 'officer', 'Carla Ufficio'),
		manager: await anAccount(database, 'manager', 'Piero Ufficio'),
		reader: await anAccount(database, 'applicant', 'Nadia Esempio')
	};
}
