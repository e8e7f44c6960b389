import { sql, type Kysely } from 'kysely';

/** The orders in which the staff page through requests. The last columns let a count read the index alone. */
const indexes = [
	['applications_by_sent', 'applications', ['submitted_at', 'id', 'ended_at'], null],
	['applications_by_notice_sent', 'applications', ['notice_id', 'submitted_at', 'id', 'ended_at'], null],
	['applications_ended', 'applications', ['submitted_at', 'id'], 'ended_at is not null'],
	['applications_notice_ended', 'applications', ['notice_id', 'submitted_at', 'id'], 'ended_at is not null'],
	['rejections_by_deadline', 'rejections', ['deadline', 'application_id'], 'closed_at is null'],
	['offers_by_deadline', 'offers', ['deadline', 'application_id'], 'released_at is null']
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const [name, table, columns, where] of indexes) {
		const index = db.schema
			.createIndex(name)
			.on(table)
			.columns([...columns]);
		await (where ? index.where(sql.raw<boolean>(where)) : index).execute();
	}
}
