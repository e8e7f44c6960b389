import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { record } from '$lib/server/platform/audit/record';
import { createDatabase } from '$lib/server/platform/db/database';
import { isUniqueViolation } from '$lib/server/platform/db/first-wins';
import { newId } from '$lib/server/ids';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

// Where the two databases differ, the portal must not: each difference that bit is held here.

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());

const AT = '2026-11-22T10:00:00.000Z';
const organisation = (name: string) => ({ id: newId(), kind: 'owner' as const, name, created_at: AT });

async function insert(...names: string[]): Promise<string[]> {
	const rows = names.map(organisation);
	await database.transact((trx) => trx.insertInto('organisations').values(rows).execute());
	return rows.map((row) => row.id);
}

test('a commit of the portal waits for the disk', async () => {
	const asThePortal = createDatabase(database.url);
	const setting = asThePortal.kind === 'sqlite' ? sql`pragma synchronous` : sql`show synchronous_commit`;
	const { rows } = await setting.execute(asThePortal.db);
	await asThePortal.close();
	expect(rows).toEqual([asThePortal.kind === 'sqlite' ? { synchronous: 2 } : { synchronous_commit: 'on' }]);
});

describe('values', () => {
	test('counts and sums are numbers', async () => {
		await insert('uno', 'due');
		const { count } = await database.db
			.selectFrom('organisations')
			.select((eb) => eb.fn.countAll<number>().as('count'))
			.executeTakeFirstOrThrow();
		expect(typeof count).toBe('number');
	});

	test('amounts beyond 32 bits keep every cent', async () => {
		const source = { id: newId(), title: 't', publisher: 'p' };
		const observation = {
			...({ id: newId(), about: 'programme', about_id: 'p', position: 1, what: 'ponEuro', unit: 'euro' } as const),
			...({ value: 4_035_514_314, rounded: 0, source_id: source.id, certainty: 'published' } as const),
			recorded_at: '2026-11-29T10:00:00.000Z'
		};
		await database.transact(async (trx) => {
			await trx.insertInto('sources').values(source).execute();
			await trx.insertInto('observations').values(observation).execute();
		});
		const rows = await database.db
			.selectFrom('observations')
			.select('value')
			.where('id', '=', observation.id)
			.execute();
		expect(rows).toEqual([{ value: 4_035_514_314 }]);
	});

	test('text keeps accents, Arabic, Chinese and signs outside the basic plane', async () => {
		const name = 'È l’Ortica — ميلانو 米兰 🔑';
		const [id] = await insert(name);
		const row = await database.db
			.selectFrom('organisations')
			.select('name')
			.where('id', '=', id!)
			.executeTakeFirstOrThrow();
		expect(row.name).toBe(name);
	});

	test('instants come back as the text that went in', async () => {
		const [id] = await insert('ora');
		const row = await database.db
			.selectFrom('organisations')
			.select('created_at')
			.where('id', '=', id!)
			.executeTakeFirstOrThrow();
		expect(row.created_at).toBe(AT);
	});

	test('text sorts by bytes: capitals first, accents last', async () => {
		await insert('zeta', 'Zara', 'èra', 'area');
		const rows = await database.db
			.selectFrom('organisations')
			.select('name')
			.where('name', 'in', ['zeta', 'Zara', 'èra', 'area'])
			.orderBy('name')
			.execute();
		expect(rows.map((row) => row.name)).toEqual(['Zara', 'area', 'zeta', 'èra']);
	});

	test('nulls come where the query says', async () => {
		const rows = await database.db
			.selectNoFrom(() => [sql<number | null>`1`.as('n')])
			.unionAll(database.db.selectNoFrom(() => [sql<number | null>`null`.as('n')]))
			.orderBy('n', (order) => order.desc().nullsLast())
			.execute();
		expect(rows.map((row) => row.n)).toEqual([1, null]);
	});
});

describe('constraints', () => {
	test('a repeated key is one kind of error on both', async () => {
		const row = organisation('doppia');
		await database.transact((trx) => trx.insertInto('organisations').values(row).execute());
		const again = database.transact((trx) => trx.insertInto('organisations').values(row).execute());
		expect(isUniqueViolation(await again.catch((error: unknown) => error))).toBe(true);
	});

	test('another failure is not taken for a repeated key', async () => {
		const wrong = database.transact((trx) =>
			trx
				.insertInto('organisations')
				.values({ ...organisation('x'), kind: 'nobody' as 'owner' })
				.execute()
		);
		const error = await wrong.catch((reason: unknown) => reason);
		expect(error).toBeInstanceOf(Error);
		expect(isUniqueViolation(error)).toBe(false);
	});

	test('a row that points nowhere is refused', async () => {
		const session = { id: 's', account_id: 'nobody', created_at: AT, expires_at: AT, second_factor: 0 };
		await expect(database.transact((trx) => trx.insertInto('sessions').values(session).execute())).rejects.toThrow();
	});

	test('a yes or no is 0 or 1', async () => {
		const building = { id: newId(), code: newId(), municipality: 'Milano', lift: 2, synthetic: 1, created_at: AT };
		await expect(database.transact((trx) => trx.insertInto('buildings').values(building).execute())).rejects.toThrow();
	});
});

describe('transact', () => {
	test('what is refused after something was written leaves nothing, on the log neither, and is answered', async () => {
		const row = organisation('rifiutata');
		const by = { id: null, role: 'system' } as const;
		const answer = await database.transact(async (trx) => {
			await trx.insertInto('organisations').values(row).execute();
			record(trx, { event: 'demo_loaded', by, subject: { type: 'demo_world', id: row.id }, at: AT });
			return { ok: false, problem: 'too-late' } as const;
		});
		expect(answer).toEqual({ ok: false, problem: 'too-late' });
		const { db } = database;
		expect(await db.selectFrom('organisations').select('id').where('id', '=', row.id).execute()).toEqual([]);
		expect(await db.selectFrom('audit_entries').select('seq').where('subject_id', '=', row.id).execute()).toEqual([]);
	});

	test('keeps nothing of work that fails', async () => {
		const row = organisation('mai');
		const failing = database.transact(async (trx) => {
			await trx.insertInto('organisations').values(row).execute();
			throw new Error('no');
		});
		await expect(failing).rejects.toThrow('no');
		const found = await database.db.selectFrom('organisations').select('id').where('id', '=', row.id).execute();
		expect(found).toEqual([]);
	});

	test('refuses a query outside the transaction instead of hanging', async () => {
		const stray = database.transact(async () => database.db.selectFrom('organisations').select('id').execute());
		await expect(stray).rejects.toThrow('outside its transaction');
	});

	test('fifty at once all commit', async () => {
		const ids = await Promise.all(Array.from({ length: 50 }, (_, index) => insert(`insieme ${index}`)));
		const rows = await database.db.selectFrom('organisations').select('id').where('id', 'in', ids.flat()).execute();
		expect(rows).toHaveLength(50);
	});
});
