import { sql, type Kysely } from 'kysely';

/** Answers to offers that came by letter, phone or at the desk: how, on which day, and what shows it (sealed). */
export async function up(db: Kysely<unknown>): Promise<void> {
	const table = () => db.schema.alterTable('offer_events');
	await table()
		.addColumn('channel', 'text', (c) => c.check(sql`channel in ('letter', 'phone', 'desk')`))
		.execute();
	await table().addColumn('received_on', 'text').execute();
	await table().addColumn('evidence', 'text').execute();
}
