import { sql, type Kysely } from 'kysely';

/** The letters that one officer prints at once: a second officer does not print them again. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const messages = () => db.schema.alterTable('messages');
	await messages().addColumn('run_id', 'text').execute();
	await messages().addColumn('run_at', 'text').execute();
	await messages()
		.addColumn('run_by', 'text', (c) => c.references('accounts.id'))
		.execute();
	await db.schema
		.createIndex('messages_of_run')
		.on('messages')
		.columns(['run_id', 'id'])
		.where(sql<boolean>`run_id is not null`)
		.execute();
}
