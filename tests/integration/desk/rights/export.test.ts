import '../../../support/settings';
import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now } from '$lib/server/clock';
import { countEverything } from '$lib/server/desk/rights/count-service';
import { exportEverything } from '$lib/server/desk/rights/export-service';
import { keptOfPerson, sections } from '$lib/server/desk/rights/kept-of-person';
import type { Actor } from '$lib/server/platform/auth/actor';
import { householdToken } from '$lib/server/allocation/invitations/household-token';
import { newId } from '$lib/server/ids';
import { personKey } from '$lib/server/platform/accounts/person-key';
import { insertIdentity } from '$lib/server/platform/identity/repository';
import { sealClaims } from '$lib/server/platform/identity/stored-claims';
import { lastMailBounced } from '$lib/server/people/messages/bounced';
import { myReadings } from '$lib/server/people/readings/service';
import { readOwnSessions } from '$lib/server/platform/accounts/own-sessions';
import type { Database } from '$lib/server/schema';
import { playedDemo, WHY, type DemoPerson } from '../../../support/builders/played-demo';
import { countsOf } from '../../../support/counts-of-export';
import type { TestDatabase } from '../../../support/database';
import { wholeTablesRead } from '../../../support/query-plans';
import { rowsOfPerson, type StoredRow } from '../../../support/rows-of-person';

let database: TestDatabase;
let people: readonly DemoPerson[];
beforeAll(async () => {
	({ database, people } = await playedDemo());
});
afterAll(() => database.close());

const lastMailOf = (db: Kysely<Database>, by: Actor) => lastMailBounced(db, by.id);
const sessionsOf = (db: Kysely<Database>, by: Actor) => readOwnSessions(db, by, null);
const exported = async (by: Actor) => (await exportEverything(database.db, by, now()))!;
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
		// What opens an account is in no demo, invitations are found by a key, and nobody of the demo follows a notice or is drawn.
		const elsewhere = [
			'control_draws',
			'account_requests',
			'notice_followers',
			'account_tokens',
			'recovery_codes',
			'sessions',
			'invitations',
			'identities'
		];
		expect([...met, ...elsewhere].toSorted()).toEqual(expect.arrayContaining(personal.toSorted()));
	});

	it('lists as many requests, drafts, documents, messages, offers, searches and listings as there are rows', async () => {
		for (const one of people) {
			const counts = countsOf(await exported(one));
			const rows = await rowsOfPerson(database.db, one);
			const wanted = (table: keyof Database): number => rows.get(table)?.length ?? 0;
			expect(counts, one.name).toMatchObject({
				requests: wanted('applications'),
				drafts: wanted('application_drafts'),
				messages: wanted('messages'),
				documents: wanted('documents'),
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
			const notice = await trx.selectFrom('notices').select('id').limit(1).executeTakeFirstOrThrow();
			const followed = { notice_id: notice.id, email: one.email, locale: 'it', asked_at: at };
			await trx
				.insertInto('notice_followers')
				.values({ id: 'followed-1', ...followed, confirmed_at: at, told_up_to: at })
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
			asked: [{ kind: 'reset' }],
			followed: [{ confirmedAt: at }]
		});
		expect(JSON.stringify(file)).not.toMatch(/hash-of|secret-link/);
	});

	it('opens what a public identity told, without what finds it', async () => {
		const [one, other] = people as [DemoPerson, DemoPerson];
		const claims = {
			taxCode: 'PRVNNA80A41F205T',
			givenName: 'Anna',
			familyName: 'Prova',
			birthDate: '1980-01-01',
			birthPlace: 'Milano'
		};
		await database.transact(async (trx) => {
			const { id: data_key_id, key } = await personKey(trx, one.id, now());
			const about = { account_id: one.id, data_key_id, issuer: 'https://gateway.example.org', linked_at: now() };
			const claims_sealed = sealClaims(key, 'identity-1', { ...claims, email: '', emailVerified: false });
			await insertIdentity(trx, { id: 'identity-1', subject_hash: 'hash-of-subject', claims_sealed, ...about });
		});
		const { identities } = await exported(one);
		expect(identities).toEqual([{ issuer: 'https://gateway.example.org', linkedAt: expect.any(String), told: claims }]);
		expect((await exported(other)).identities).toEqual([]);
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
		const readings = files.flatMap((file) => file.readings);
		expect(readings).toContainEqual(expect.objectContaining({ by: 'officer', for: 'offer', reason: WHY }));
	});

	it.skipIf(process.env['TEST_DATABASE'] === 'postgres')('reads no table whole, because anybody may ask', async () => {
		for (const one of people)
			for (const read of [exportEverything, countEverything, myReadings, lastMailOf, sessionsOf])
				expect(await wholeTablesRead(database.db, (db) => read(db, one, now())), one.name).toEqual([]);
	});

	it('has as many lines as its page counts without opening anything, for each person', async () => {
		for (const one of people)
			expect(await countEverything(database.db, one), one.name).toEqual(countsOf(await exported(one)));
		expect(await countEverything(database.db, { ...people[0]!, id: 'nobody' })).toBeNull();
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
