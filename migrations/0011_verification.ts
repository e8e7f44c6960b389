import { sql, SqliteAdapter, type Kysely } from 'kysely';

/** Public randomness frozen in the notice and entered by two persons; the receipts of a notice sealed at closing. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('notices')
		.addColumn('beacon_kind', 'text', (c) =>
			c
				.notNull()
				.defaultTo('draw')
				.check(sql`beacon_kind in ('draw', 'drand')`)
		)
		.execute();
	await db.schema.alterTable('notices').addColumn('beacon_chain', 'text').execute();
	await db.schema.alterTable('notices').addColumn('beacon_round', 'bigint').execute();

	await db.schema
		.createTable('notice_beacons')
		.addColumn('notice_id', 'text', (c) => c.primaryKey().references('notices.id'))
		.addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('draw', 'drand')`))
		.addColumn('proof', 'text', (c) => c.notNull())
		.addColumn('beacon', 'text', (c) => c.notNull())
		.addColumn('entered_by', 'text', (c) => c.references('accounts.id'))
		.addColumn('entered_at', 'text', (c) => c.notNull())
		.addColumn('confirmed_by', 'text', (c) => c.references('accounts.id'))
		.addColumn('confirmed_at', 'text')
		.addCheckConstraint('notice_beacons_two_persons', sql`confirmed_by is null or confirmed_by <> entered_by`)
		.addCheckConstraint('notice_beacons_draw_by_a_person', sql`kind = 'drand' or entered_by is not null`)
		.execute();

	await db.schema
		.createTable('notice_receipts')
		.addColumn('notice_id', 'text', (c) => c.primaryKey().references('notices.id'))
		.addColumn('root', 'text', (c) => c.notNull())
		.addColumn('count', 'integer', (c) => c.notNull())
		.addColumn('leaves', 'text', (c) => c.notNull())
		.addColumn('sealed_at', 'text', (c) => c.notNull())
		.execute();

	await guardBeacon(db);
}

/** No beacon without a draw that two persons entered or a signature of drand, and none is ever changed. */
async function guardBeacon(db: Kysely<unknown>): Promise<void> {
	const unproved = `new.beacon is not null and not exists (select 1 from notice_beacons b where b.notice_id = new.id
		and b.beacon = new.beacon and b.kind = new.beacon_kind and (b.kind = 'drand' or b.confirmed_by is not null))`;
	const why = 'a beacon is entered by two persons, once';
	if (db.getExecutor().adapter instanceof SqliteAdapter) {
		const changed = 'old.beacon is not null and new.beacon is not old.beacon';
		await sql`${sql.raw(`create trigger notices_beacon_proved before update of beacon on notices
			when (${unproved}) or (${changed}) begin select raise(abort, '${why}'); end`)}`.execute(db);
		return;
	}
	const changed = 'old.beacon is not null and new.beacon is distinct from old.beacon';
	await sql`${sql.raw(`create function notices_beacon_refuse() returns trigger language plpgsql as
		$$ begin if (${unproved}) or (${changed}) then raise exception '${why}'; end if; return new; end $$`)}`.execute(db);
	await sql`create trigger notices_beacon_proved before update of beacon on notices
		for each row execute function notices_beacon_refuse()`.execute(db);
}
