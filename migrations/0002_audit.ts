import { sql, SqliteAdapter, type Kysely } from 'kysely';

/** The append-only, hash-chained log. Triggers refuse to change or delete what was written. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('audit_entries')
		.addColumn('seq', 'integer', (c) => c.primaryKey())
		.addColumn('at', 'text', (c) => c.notNull())
		.addColumn('actor_id', 'text')
		.addColumn('actor_role', 'text', (c) => c.notNull())
		.addColumn('event', 'text', (c) => c.notNull())
		.addColumn('subject_type', 'text', (c) => c.notNull())
		.addColumn('subject_id', 'text', (c) => c.notNull())
		.addColumn('reason', 'text')
		.addColumn('detail', 'text')
		.addColumn('previous_hash', 'text', (c) => c.notNull())
		.addColumn('hash', 'text', (c) => c.notNull())
		.execute();

	await db.schema.createIndex('audit_by_subject').on('audit_entries').columns(['subject_type', 'subject_id']).execute();

	await db.schema
		.createTable('audit_head')
		.addColumn('id', 'integer', (c) => c.primaryKey().check(sql`id = 1`))
		.addColumn('seq', 'integer', (c) => c.notNull())
		.addColumn('hash', 'text', (c) => c.notNull())
		.execute();
	await sql`insert into audit_head (id, seq, hash) values (1, 0, ${'0'.repeat(64)})`.execute(db);

	if (db.getExecutor().adapter instanceof SqliteAdapter) {
		for (const act of ['update', 'delete']) {
			await sql`${sql.raw(`create trigger audit_entries_no_${act} before ${act} on audit_entries
				begin select raise(abort, 'the audit log is append-only'); end`)}`.execute(db);
		}
	} else {
		await sql`create function audit_entries_refuse() returns trigger language plpgsql as
			$$ begin raise exception 'the audit log is append-only'; end $$`.execute(db);
		await sql`create trigger audit_entries_append_only before update or delete or truncate on audit_entries
			for each statement execute function audit_entries_refuse()`.execute(db);
	}
}
