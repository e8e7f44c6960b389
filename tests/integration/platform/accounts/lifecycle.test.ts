import '../../../support/settings';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { changeRole, createAccount, resetSecondFactor, setDisabled } from '$lib/server/platform/accounts/administer';
import { answerRequests } from '$lib/server/platform/accounts/answer-requests';
import { confirmEmail, readSignUp } from '$lib/server/platform/accounts/confirm-email';
import { readAccounts } from '$lib/server/platform/accounts/read-accounts';
import { findAccount, findByEmail } from '$lib/server/platform/accounts/repository';
import { deleteOldRequests } from '$lib/server/platform/accounts/request-repository';
import { requestReset, resetPassword } from '$lib/server/platform/accounts/reset-password';
import { signUp, type NewResident } from '$lib/server/platform/accounts/sign-up';
import { tokenHours } from '$lib/server/platform/accounts/tokens';
import type { Actor } from '$lib/server/platform/auth/actor';
import { digest } from '$lib/server/platform/auth/session-adapter';
import { openSessions, type Sessions } from '$lib/server/platform/auth/sessions';
import { now } from '$lib/server/clock';
import { newId } from '$lib/server/ids';
import { anAccount } from '../../../support/builders/account';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
let sessions: Sessions;
let administrator: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	sessions = openSessions(database);
	const { id } = await anAccount(database, { role: 'administrator' });
	administrator = { id, role: 'administrator', name: 'Ada', organisationId: null, demo: false };
});
afterAll(() => database.close());
afterEach(() => {
	vi.useRealTimers();
});

const resident = { name: 'Maria', role: 'applicant', locale: 'it', next: null } as const;
/** The portal answers by itself, two seconds later. */
const register = async (email: string, changes: Partial<NewResident> = {}) => {
	await database.transact((trx) => signUp(trx, { ...resident, email, ...changes }));
	await answerRequests(database, now());
};
const askReset = async (email: string) => {
	await database.transact((trx) => requestReset(trx, email, 'it'));
	await answerRequests(database, now());
};

const mailsTo = (email: string) =>
	database.db.selectFrom('outbox').selectAll().where('recipient', '=', email).orderBy('id').execute();
const lastToken = async (email: string) =>
	/\/(?:confirm|reset)\/([\w-]+)/.exec((await mailsTo(email)).at(-1)?.body ?? '')?.[1] ?? '';
const eventsOf = async (id: string) =>
	(
		await database.db.selectFrom('audit_entries').select('event').where('subject_id', '=', id).orderBy('seq').execute()
	).map((row) => row.event);
const confirm = (token: string, passwordHash = 'chosen') =>
	database.transact((trx) => confirmEmail(trx, { token, passwordHash }, now()));
const tokensTo = async (email: string) =>
	(await mailsTo(email)).map((mail) => /\/(?:confirm|reset)\/([\w-]+)/.exec(mail.body ?? '')?.[1] ?? '');
const reset = (token: string, passwordHash = 'new hash') =>
	database.transact((trx) => resetPassword(trx, sessions, { token, passwordHash }, now()));

describe('sign-up', () => {
	const unknown = { ok: false, problem: 'link-invalid' };

	test('makes no account before its link is opened, and one when a password is chosen there', async () => {
		await register('Maria.Uno@Example.org');
		const email = 'maria.uno@example.org';
		const token = await lastToken(email);
		expect(await readSignUp(database.db, token)).toEqual({ email, name: 'Maria', role: 'applicant' });
		expect(await findByEmail(database.db, email)).toBeUndefined();
		expect(await confirm(token, 'mine')).toEqual({ ok: true, email });
		const account = (await findByEmail(database.db, email))!;
		expect(account).toMatchObject({ email, name: 'Maria', role: 'applicant', passwordHash: 'mine' });
		expect(account.emailConfirmedAt).not.toBeNull();
		expect(await eventsOf(account.id)).toEqual(['email_confirmed']);
		expect(await readSignUp(database.db, token)).toBeNull();
	});

	test('of a stranger, later or earlier, gives nothing to the sign-up of the owner', async () => {
		for (const order of ['stranger later', 'stranger earlier']) {
			const email = `${order.replace(' ', '-')}@example.org`;
			const people = [{ name: 'Maria' }, { name: 'Estraneo', role: 'landlord', locale: 'en' }] as const;
			for (const person of order === 'stranger later' ? people : people.toReversed()) await register(email, person);
			const tokens = await tokensTo(email);
			const mine = order === 'stranger later' ? tokens[0]! : tokens[1]!;
			expect(await confirm(mine, 'the owner’s'), order).toMatchObject({ ok: true });
			const account = { name: 'Maria', role: 'applicant', locale: 'it', passwordHash: 'the owner’s' };
			expect(await findByEmail(database.db, email), order).toMatchObject(account);
			for (const token of tokens.filter((other) => other !== mine)) {
				expect(await readSignUp(database.db, token)).toBeNull();
				expect(await confirm(token, 'the stranger’s')).toEqual(unknown);
			}
			expect(await findByEmail(database.db, email), order).toMatchObject(account);
		}
	});

	test('confirmed twice, by a double click or in two tabs, keeps the first password', async () => {
		await register('double@example.org');
		const token = await lastToken('double@example.org');
		const both = await Promise.all([confirm(token, 'one'), confirm(token, 'two')]);
		expect(both.map(({ ok }) => ok)).toEqual([true, true]);
		const { id, passwordHash } = (await findByEmail(database.db, 'double@example.org'))!;
		expect(['one', 'two']).toContain(passwordHash);
		await confirm(token, 'three');
		expect((await findAccount(database.db, id))?.passwordHash).toBe(passwordHash);
		expect(await eventsOf(id)).toEqual(['email_confirmed']);
	});

	test('twice, both links opened at the same instant, makes one account', async () => {
		await register('race@example.org');
		await register('race@example.org');
		const answers = await Promise.all((await tokensTo('race@example.org')).map((token) => confirm(token)));
		expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
	});

	test('keeps the hash of the token only', async () => {
		await register('hash@example.org');
		const token = await lastToken('hash@example.org');
		const rows = await database.db.selectFrom('account_requests').select('token_hash').execute();
		expect(rows).toContainEqual({ token_hash: digest(token) });
		expect(JSON.stringify(rows)).not.toContain(token);
	});

	test('a link works until its last minute, and its names are deleted then', async () => {
		await register('late@example.org');
		const token = await lastToken('late@example.org');
		const issued = Date.now();
		vi.useFakeTimers({ toFake: ['Date'] });
		vi.setSystemTime(issued + tokenHours.confirm * 3_600_000 - 60_000);
		await database.transact((trx) => deleteOldRequests(trx));
		expect(await readSignUp(database.db, token)).not.toBeNull();
		vi.setSystemTime(issued + tokenHours.confirm * 3_600_000 + 1_000);
		expect(await confirm(token)).toEqual(unknown);
		await database.transact((trx) => deleteOldRequests(trx));
		const left = database.db.selectFrom('account_requests').select('id').where('email', '=', 'late@example.org');
		expect(await left.execute()).toEqual([]);
	});

	test('with a known address changes nothing and tells its owner by mail', async () => {
		const known = await anAccount(database, { passwordHash: 'theirs', role: 'officer' });
		await register(known.email, { name: 'Intruder' });
		expect(await findAccount(database.db, known.id)).toEqual(known);
		expect((await mailsTo(known.email)).at(-1)?.body).toContain('/login');
		expect(await lastToken(known.email)).toBe('');
	});

	test('cannot take over an invited colleague who has not answered yet, nor take the address first', async () => {
		const colleague = await anAccount(database, { role: 'officer', emailConfirmedAt: null });
		await register(colleague.email);
		expect(await mailsTo(colleague.email)).toEqual([]);
		expect(await findAccount(database.db, colleague.id)).toEqual(colleague);
		await register('soon@example.org');
		await anAccount(database, { email: 'soon@example.org', role: 'officer', emailConfirmedAt: null });
		expect(await confirm(await lastToken('soon@example.org'))).toEqual(unknown);
	});

	test('asked for many times waits longer and is never refused', async () => {
		for (let count = 0; count < 5; count += 1) await register('flood@example.org');
		expect(await mailsTo('flood@example.org')).toHaveLength(3);
		const started = Date.now();
		vi.useFakeTimers({ toFake: ['Date'] });
		vi.setSystemTime(started + 3 * 60_000);
		await answerRequests(database, now());
		expect(await mailsTo('flood@example.org')).toHaveLength(5);
	});

	test('is answered once by two processes', async () => {
		await database.transact((trx) => signUp(trx, { ...resident, email: 'once@example.org' }));
		await Promise.all([answerRequests(database, now()), answerRequests(database, now())]);
		expect(await mailsTo('once@example.org')).toHaveLength(1);
	});
});

describe('a forgotten password', () => {
	test('is reset once, ends every session and tells the owner', async () => {
		const account = await anAccount(database, { passwordHash: 'old' });
		const [one, two] = [await sessions.start(account, 'password-only'), await sessions.start(account, 'password-only')];
		await askReset(account.email);
		const token = await lastToken(account.email);
		const tries = await Promise.all([reset(token, 'first'), reset(token, 'second')]);
		expect(tries.filter((result) => result.ok)).toHaveLength(1);
		expect(await sessions.read(one)).toBeNull();
		expect(await sessions.read(two)).toBeNull();
		expect((await mailsTo(account.email)).at(-1)?.body).toContain('/password/forgot');
		expect(await eventsOf(account.id)).toEqual(['password_reset']);
	});

	test('of an unknown or disabled address sends nothing and says nothing', async () => {
		const disabled = await anAccount(database, { disabledAt: now() });
		for (const email of ['unknown@example.org', disabled.email]) {
			await askReset(email);
			expect(await mailsTo(email)).toEqual([]);
		}
	});

	test('asked for by a stranger too leaves the owner the own link, until one is used', async () => {
		const account = await anAccount(database);
		await askReset(account.email);
		await askReset(account.email);
		const [mine = '', theirs = ''] = await tokensTo(account.email);
		expect(await reset(mine, 'mine')).toMatchObject({ ok: true });
		expect(await reset(theirs, 'theirs')).toEqual({ ok: false, problem: 'link-invalid' });
	});

	test('needs a link of its own kind', async () => {
		await register('kind@example.org');
		expect(await reset(await lastToken('kind@example.org'))).toEqual({ ok: false, problem: 'link-invalid' });
		expect(await reset('')).toEqual({ ok: false, problem: 'link-invalid' });
	});
});

describe('the administrator', () => {
	const create = (email: string, role: 'officer' | 'caseworker' = 'officer', by = administrator) =>
		database.transact((trx) => createAccount(trx, { email, name: 'Collega', role, organisationId: null }, by, now()));

	test('creates a colleague, who chooses a password by the link', async () => {
		const created = await create('collega@example.org');
		if (!created.ok) throw new Error(created.problem);
		const token = await lastToken('collega@example.org');
		expect(await reset(token, 'chosen')).toMatchObject({ ok: true });
		expect(await reset(token, 'again')).toEqual({ ok: false, problem: 'link-invalid' });
		const account = await findAccount(database.db, created.id);
		expect(account).toMatchObject({ role: 'officer', passwordHash: 'chosen' });
		expect(account?.emailConfirmedAt).not.toBeNull();
		expect(await create('COLLEGA@example.org')).toEqual({ ok: false, problem: 'email-taken' });
	});

	test('alone may: every other role is refused', async () => {
		const { id } = await anAccount(database, { role: 'caseworker' });
		const officer: Actor = { ...administrator, role: 'manager' };
		const refused = { ok: false, problem: 'not-allowed' };
		expect(await create('x@example.org', 'officer', officer)).toEqual(refused);
		const asOfficer = (act: (trx: Parameters<Parameters<typeof database.transact>[0]>[0]) => Promise<unknown>) =>
			database.transact(act);
		expect(await asOfficer((trx) => changeRole(trx, sessions, { id, role: 'auditor' }, officer, now()))).toEqual(
			refused
		);
		expect(await asOfficer((trx) => setDisabled(trx, sessions, { id, disabled: true }, officer, now()))).toEqual(
			refused
		);
		expect(await asOfficer((trx) => resetSecondFactor(trx, sessions, id, officer, now()))).toEqual(refused);
	});

	test('changes a role: sessions end, the log says from what to what', async () => {
		const account = await anAccount(database, { role: 'officer' });
		const session = await sessions.start(account, 'complete');
		const change = { id: account.id, role: 'manager' } as const;
		expect(await database.transact((trx) => changeRole(trx, sessions, change, administrator, now()))).toEqual({
			ok: true
		});
		expect(await sessions.read(session)).toBeNull();
		expect((await findAccount(database.db, account.id))?.role).toBe('manager');
		expect(await eventsOf(account.id)).toEqual(['role_changed']);
	});

	test('changes neither the own account, nor a resident’s role, nor what is not there', async () => {
		const { id } = await anAccount(database);
		const roleOf = (whom: string) =>
			database.transact((trx) => changeRole(trx, sessions, { id: whom, role: 'officer' }, administrator, now()));
		expect(await roleOf(administrator.id)).toEqual({ ok: false, problem: 'own-account' });
		expect(await roleOf(id)).toEqual({ ok: false, problem: 'resident' });
		expect(await roleOf(newId())).toEqual({ ok: false, problem: 'not-found' });
	});

	test('closes an account and opens it again', async () => {
		const account = await anAccount(database);
		const session = await sessions.start(account, 'password-only');
		const set = (disabled: boolean) =>
			database.transact((trx) => setDisabled(trx, sessions, { id: account.id, disabled }, administrator, now()));
		expect(await set(true)).toEqual({ ok: true });
		expect(await sessions.read(session)).toBeNull();
		expect(await set(false)).toEqual({ ok: true });
		expect((await findAccount(database.db, account.id))?.disabledAt).toBeNull();
		expect(await eventsOf(account.id)).toEqual(['account_disabled', 'account_enabled']);
	});

	test('finds accounts by role and by the first letters of the address', async () => {
		await anAccount(database, { email: 'zz%_one@example.org', role: 'auditor' });
		await anAccount(database, { email: 'zzz-two@example.org', role: 'landlord' });
		const find = (email: string, role: Actor['role'] | null = null) =>
			readAccounts(database.db, { role, email, page: 1 });
		expect((await find('zz')).total).toBe(2);
		expect((await find('zz%')).accounts.map((account) => account.role)).toEqual(['auditor']);
		expect((await find('zz', 'landlord')).total).toBe(1);
		expect(JSON.stringify(await find('zz'))).not.toMatch(/hash|sealed/);
		expect((await readAccounts(database.db, { role: null, email: '', page: 999 })).page).toBe(1);
	});
});
