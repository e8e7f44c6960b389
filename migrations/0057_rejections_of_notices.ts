import { sql, type Kysely } from 'kysely';

/** A notice of rejection knows the notice of its request, so that the list of one notice has an index of its own. The portal always fills it in. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('rejections')
		.addColumn('notice_id', 'text', (c) => c.references('notices.id'))
		.execute();
	await sql`update rejections set notice_id =
		(select applications.notice_id from applications where applications.id = rejections.application_id)`.execute(db);
	await db.schema.createIndex('rejections_by_notice').on('rejections').column('notice_id').execute();
	await db.schema
		.createIndex('rejections_by_notice_deadline')
		.on('rejections')
		.columns(['notice_id', 'deadline', 'application_id'])
		.where(sql<boolean>`closed_at is null`)
		.execute();
}
