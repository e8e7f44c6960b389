import type { Kysely } from 'kysely';

/** The few requests that ended, which the staff's first page asks for, without reading the thousands that did not. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createIndex('applications_ended')
		.on('applications')
		.columns(['notice_id', 'ended_at'])
		.where('ended_at', 'is not', null)
		.execute();
}
