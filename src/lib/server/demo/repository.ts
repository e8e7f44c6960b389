import { sql, type Insertable, type Kysely, type Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { newId } from '$lib/server/ids';
import type { AppDatabase } from '$lib/server/platform/db/database';
import type { Database } from '$lib/server/schema';
import { nextHoldEnd } from '$lib/server/letting/proposals/hold-repository';
import type { DemoWorldTable } from './table';

const BATCH = 500;

/** Rows by table, in an order in which every row finds what it refers to. */
export type Rows = { readonly [Table in keyof Database]?: readonly Insertable<Database[Table]>[] };

export async function insertAll(trx: Transaction<Database>, rows: Rows): Promise<void> {
	for (const table of Object.keys(rows) as (keyof Database)[]) {
		const all: readonly Insertable<Database[typeof table]>[] = rows[table] ?? [];
		for (let from = 0; from < all.length; from += BATCH) {
			await trx
				.insertInto(table)
				.values(all.slice(from, from + BATCH))
				.execute();
		}
	}
}

export async function findWorld(db: Kysely<Database>): Promise<DemoWorldRow | undefined> {
	return db.selectFrom('demo_world').selectAll().where('id', '=', 1).executeTakeFirst();
}

type DemoWorldRow = Omit<DemoWorldTable, 'clock_offset_ms'> & { clock_offset_ms: number };

/** Whether anybody has an account here: a world is loaded into an empty portal only. */
export async function hasAccounts(db: Kysely<Database>): Promise<boolean> {
	return (await db.selectFrom('accounts').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function setClockOffset(trx: Transaction<Database>, milliseconds: number): Promise<void> {
	await trx.updateTable('demo_world').set({ clock_offset_ms: milliseconds }).where('id', '=', 1).execute();
}

/** The agency's notice that takes requests at `now`; undefined once it has closed. */
export async function findOpenNotice(db: Kysely<Database>, now: Instant): Promise<string | undefined> {
	const open = await db
		.selectFrom('notices')
		.select('id')
		.where('source', '=', 'own')
		.where('opens_at', '<=', now)
		.where('closes_at', '>', now)
		.executeTakeFirst();
	return open?.id;
}

/** The code under which the notice's rankings name a request. */
export async function pseudonymOf(db: Kysely<Database>, applicationId: string): Promise<string> {
	const row = db.selectFrom('applications').select('pseudonym').where('id', '=', applicationId);
	return (await row.executeTakeFirstOrThrow()).pseudonym;
}

export type Deadline = { readonly at: Instant; readonly what: 'notice' | 'offer' | 'hold' };

/** The first closing of a notice, deadline of an offer still to answer or end of a hold, after `now`. */
export async function nextDeadline(db: Kysely<Database>, now: Instant): Promise<Deadline | null> {
	const closing = await nextClosing(db, now);
	const offer = await nextOfferDeadline(db, now);
	const hold = await nextHoldEnd(db, now);
	const found: Deadline[] = [];
	if (closing) found.push({ at: closing.at, what: 'notice' });
	if (offer) found.push({ at: offer.at, what: 'offer' });
	if (hold) found.push({ at: hold, what: 'hold' });
	return found.toSorted((one, other) => (one.at < other.at ? -1 : 1))[0] ?? null;
}

function nextClosing(db: Kysely<Database>, now: Instant) {
	return db
		.selectFrom('notices')
		.select('closes_at as at')
		.where('closes_at', '>', now)
		.orderBy('closes_at')
		.limit(1)
		.executeTakeFirst();
}

function nextOfferDeadline(db: Kysely<Database>, now: Instant) {
	return db
		.selectFrom('offers')
		.select('deadline as at')
		.where('deadline', '>', now)
		.where('released_at', 'is', null)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('offer_events')
						.select('id')
						.whereRef('offer_events.offer_id', '=', 'offers.id')
						.where('event', '=', 'accepted')
				)
			)
		)
		.orderBy('deadline')
		.limit(1)
		.executeTakeFirst();
}

/** Drops every table with its rows. For the demo only. */
export async function dropEverything({ kind, db }: AppDatabase): Promise<void> {
	if (kind === 'postgres') {
		await sql`drop schema public cascade`.execute(db);
		await sql`create schema public`.execute(db);
		return;
	}
	const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
	await sql`pragma foreign_keys = off`.execute(db);
	for (const { name } of tables) await sql`drop table ${sql.table(name)}`.execute(db);
	await sql`pragma foreign_keys = on`.execute(db);
}

/** One more organisation of the third sector; answers its id. */
export async function insertOrganisation(trx: Transaction<Database>, name: string, at: string): Promise<string> {
	const id = newId();
	await trx.insertInto('organisations').values({ id, kind: 'third_sector', name, created_at: at }).execute();
	return id;
}
