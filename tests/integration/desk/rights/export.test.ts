import '../../../support/settings';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now } from '$lib/server/clock';
import { noNeeds } from '$lib/domain/accessibility/needs';
import { loadDemo } from '$lib/server/demo/load';
import { castInPortal } from '$lib/server/demo/states/cast-in-portal';
import { reachListing } from '$lib/server/demo/states/listing-states';
import { reachOffer } from '$lib/server/demo/states/offer-states';
import type { Stage } from '$lib/server/demo/states/state';
import { reachRequest } from '$lib/server/demo/states/request-states';
import { countsOf, exportEverything } from '$lib/server/desk/rights/export-service';
import { keptOfPerson, sections } from '$lib/server/desk/rights/kept-of-person';
import { askForHome } from '$lib/server/letting/home-searches/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { householdToken } from '$lib/server/allocation/invitations/household-token';
import { newId } from '$lib/server/ids';
import { noteReading } from '$lib/server/people/readings/service';
import { personKey } from '$lib/server/people/persons/person-key';
import type { Database } from '$lib/server/schema';
import { rowsOfPerson, type StoredRow } from '../../../support/rows-of-person';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
let people: (Actor & { readonly email: string })[];
beforeAll(async () => {
	database = await openTestDatabase();
	await loadDemo(database.transact, now());
	const rows = await database.db.selectFrom('accounts').select(['id', 'role', 'name', 'email']).execute();
	people = rows.map((row) => ({ ...row, organisationId: null, demo: true }));
	await playOn();
});
afterAll(() => database.close());

const WHY = 'Chiamata per la visita di controllo';

/** The demo goes on: an offer and a listing end with keys, a household looks for a home, a request is excluded. */
async function playOn() {
	const cast = (await castInPortal(database.db))!;
	const search = {
		people: 2,
		iseeCents: 900_000,
		yearlyIncomeCents: null,
		neededBy: null,
		smokes: false,
		hasPets: false
	};
	await database.transact(async (trx) => {
		const stage = { trx, cast, now: now() };
		const reached = [
			await reachOffer(stage, 'keys-delivered'),
			await reachListing(stage, 'keys-delivered'),
			await reachRequest(stage, 'rejection-notified'),
			// The request is withdrawn and begun anew.
			await reachRequest(stage, 'draft'),
			await askForHome(trx, { ...search, needs: noNeeds }, cast.richiedente2, stage.now)
		];
		for (const one of reached) if (!one.ok) throw new Error(one.problem);
		await visitAndRead(stage);
		return { ok: true };
	});
}

/** A visit is booked, and an officer opens the details of a person. */
async function visitAndRead({ trx, cast, now: at }: Stage) {
	const offer = await trx
		.selectFrom('offers')
		.innerJoin('applications', 'applications.id', 'application_id')
		.select(['offers.id', 'dwelling_id'])
		.where('account_id', 'is not', null)
		.executeTakeFirstOrThrow();
	const visit = { id: newId(), dwelling_id: offer.dwelling_id, offer_id: offer.id, created_by: null };
	await trx
		.insertInto('viewings')
		.values({ ...visit, starts_at: at })
		.execute();
	const [nadia] = await trx.selectFrom('persons').select('account_id').execute();
	const read = { accountId: nadia!.account_id!, subject: { type: 'offer' as const, id: offer.id }, reason: WHY };
	await noteReading(trx, read, cast.funzionario, at);
	const request = await trx
		.selectFrom('applications')
		.select('id')
		.where('account_id', 'is not', null)
		.executeTakeFirstOrThrow();
	const person_id = (await trx.selectFrom('persons').select('id').executeTakeFirstOrThrow()).id;
	await trx.insertInto('household_persons').values({ request_id: request.id, member: 'm2', person_id }).execute();
}

const exported = async (by: Actor) => (await exportEverything(database.db, by, now()))!;
const columnsOf = async () => {
	const tables = await database.db.introspection.getTables();
	return tables.flatMap(({ name, columns }) => columns.map((column) => ({ table: name, column: column.name })));
};

/** Columns by which a row is a person's, or in which their facts stand. */
const PERSONAL = /(^|_)sealed$|^account_id$|^data_key_id$|^email$|^recipient$|^facts$|^answers$|^tax_code|^household$/;

describe('the table of what is kept of a person', () => {
	it('names every column that is a person’s, sealed or not', async () => {
		const unnamed = (await columnsOf())
			.filter(({ table, column }) => table in keptOfPerson && PERSONAL.test(column))
			.filter(({ table, column }) => {
				const kept = keptOfPerson[table as keyof Database];
				return 'nobody' in kept || ('person' in kept && !(column in kept.person.facts));
			});
		expect(unnamed.filter(({ table }) => table !== 'audit_entries')).toEqual([]);
	});

	it('names columns that are there, and says by what a row is found', async () => {
		const columns = await columnsOf();
		for (const [table, kept] of Object.entries(keptOfPerson)) {
			if (!('person' in kept)) continue;
			const own = columns.filter((one) => one.table === table).map(({ column }) => column);
			expect(own, table).toEqual(
				expect.arrayContaining([...kept.person.by.map(([column]) => column), ...Object.keys(kept.person.facts)])
			);
		}
	});
});

describe('the file of everything', () => {
	it('has a part with rows for every table that holds a row of the person, for each person of the demo', async () => {
		const met = new Set<string>();
		for (const one of people) {
			const counts = countsOf(await exported(one));
			for (const [table, rows] of await rowsOfPerson(database.db, one)) {
				const kept = keptOfPerson[table];
				if (!('person' in kept) || rows.length === 0) continue;
				met.add(table);
				expect(counts[kept.person.section], `${table} of ${one.name}`).toBeGreaterThan(0);
			}
		}
		const personal = Object.entries(keptOfPerson).flatMap(([table, kept]) => ('person' in kept ? [table] : []));
		// What opens an account is in no demo, and invitations are found by a key: see the other tests.
		const elsewhere = ['account_requests', 'account_tokens', 'recovery_codes', 'sessions', 'invitations', 'identities'];
		expect([...met, ...elsewhere].toSorted()).toEqual(expect.arrayContaining(personal.toSorted()));
	});

	it('lists as many requests, drafts, messages, offers, searches and listings as there are rows', async () => {
		for (const one of people) {
			const counts = countsOf(await exported(one));
			const rows = await rowsOfPerson(database.db, one);
			const wanted = (table: keyof Database): number => rows.get(table)?.length ?? 0;
			expect(counts, one.name).toMatchObject({
				requests: wanted('applications'),
				drafts: wanted('application_drafts'),
				messages: wanted('messages'),
				offers: wanted('offers'),
				homeSearches: wanted('tenant_requests'),
				listings: wanted('listings')
			});
		}
	});

	it('opens what is sealed, and holds no secret', async () => {
		const nadia = people.find(({ name }) => name === 'Nadia Esempio')!;
		const text = JSON.stringify(await exported(nadia));
		const person = JSON.parse(text).person;
		expect(person).toMatchObject({
			givenName: 'Nadia',
			familyName: 'Esempio',
			phone: expect.stringMatching(/^\+39 \d/)
		});
		expect(JSON.parse(text).requests[0].declared.health.needs).toBeTypeOf('object');
		expect(text).not.toMatch(/sealed:|_sealed|argon2|password_hash|wrapped/);
	});

	it('holds nobody else: no name, address or id of another account', async () => {
		for (const one of people) {
			const file = await exported(one);
			const text = JSON.stringify({ ...file, messages: [] });
			for (const other of people.filter(({ id }) => id !== one.id))
				for (const fact of [other.id, other.email, other.name])
					expect(text, `${fact} for ${one.name}`).not.toContain(fact);
		}
	});

	it('tells sessions, links, requests for a password and codes, without what opens them', async () => {
		const [one] = people as [(typeof people)[number]];
		const at = now();
		await database.transact(async (trx) => {
			const about = { account_id: one.id, created_at: at, expires_at: at };
			await trx
				.insertInto('sessions')
				.values({ id: 'hash-of-session', second_factor: 1, ...about })
				.execute();
			await trx
				.insertInto('account_tokens')
				.values({ id: 'hash-of-link', purpose: 'reset_password', used_at: null, ...about })
				.execute();
			await trx.insertInto('recovery_codes').values({ id: 'hash-of-code', account_id: one.id }).execute();
			const asked = { kind: 'reset' as const, email: one.email, name: null, role: null, locale: 'it', next: null };
			const open = { created_at: at, due_at: at, answered_at: null, token_hash: 'hash-of-request', used_at: null };
			await trx
				.insertInto('account_requests')
				.values({ id: 'asked-1', ...asked, ...open })
				.execute();
			const mail = { id: 'mail-1', recipient: one.email, subject: 'Nuova password', body: 'https://secret-link' };
			await trx
				.insertInto('outbox')
				.values({ ...mail, created_at: at, due_at: at, sent_at: null, given_up_at: null })
				.execute();
		});
		const file = await exported(one);
		expect(file).toMatchObject({
			account: { recoveryCodesLeft: 1 },
			sessions: [{ secondFactor: true }],
			links: [{ purpose: 'reset_password' }],
			asked: [{ kind: 'reset' }]
		});
		expect(JSON.stringify(file)).not.toMatch(/hash-of|secret-link/);
	});

	it('tells the homes that its household was told of, which its key alone finds', async () => {
		const nadia = people.find(({ name }) => name === 'Nadia Esempio')!;
		await database.transact(async (trx) => {
			const { key } = await personKey(trx, nadia.id, now());
			const home = await trx
				.selectFrom('notice_dwellings')
				.select(['notice_id', 'dwelling_id'])
				.executeTakeFirstOrThrow();
			const household = householdToken(key, { id: '', accountId: nadia.id });
			await trx
				.insertInto('invitations')
				.values({ id: newId(), ...home, household, invited_by: nadia.id, at: now() })
				.execute();
		});
		expect(await exported(nadia)).toMatchObject({ invitations: [{ dwelling: expect.any(String) }] });
		for (const other of people.filter(({ id }) => id !== nadia.id))
			expect((await exported(other)).invitations).toEqual([]);
	});

	it('says who opened the details, by role, and why', async () => {
		const files = await Promise.all(people.map(exported));
		expect(files.flatMap(({ readings }) => readings)).toMatchObject([{ by: 'officer', for: 'offer', reason: WHY }]);
	});

	it('writes nothing', async () => {
		const everything = async () => {
			const rows: Record<string, readonly StoredRow[]> = {};
			for (const table of Object.keys(keptOfPerson))
				rows[table] = (await sql<StoredRow>`select count(*) as n from ${sql.table(table)}`.execute(database.db)).rows;
			return JSON.stringify(rows);
		};
		const before = await everything();
		for (const one of people) await exported(one);
		expect(await everything()).toBe(before);
	});
});

it('every part of the file is explained, and no other', async () => {
	const { format: _format, exportedAt: _at, ...parts } = await exported(people[0]!);
	expect(Object.keys(parts).toSorted()).toEqual([...sections].toSorted());
});
