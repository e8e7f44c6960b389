import '../../../support/settings';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { changeRole, createAccount, resetSecondFactor, setDisabled } from '$lib/server/platform/accounts/administer';
import { confirmEmail } from '$lib/server/platform/accounts/confirm-email';
import { changePassword, removeSecondFactor } from '$lib/server/platform/accounts/own-account';
import { readAccounts } from '$lib/server/platform/accounts/read-accounts';
import { findAccount, findByEmail } from '$lib/server/platform/accounts/repository';
import { requestReset, resetPassword } from '$lib/server/platform/accounts/reset-password';
import { signUp } from '$lib/server/platform/accounts/sign-up';
import { tokenHours, tokenWorks } from '$lib/server/platform/accounts/tokens';
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

const resident = (email: string, passwordHash = 'hash one') =>
	({ email, name: 'Maria', role: 'applicant', passwordHash, locale: 'it', next: null }) as const;
const register = (email: string, passwordHash?: string) =>
	database.transact((trx) => signUp(trx, resident(email, passwordHash), now()));

const mailsTo = (email: string) =>
	database.db.selectFrom('outbox').selectAll().where('recipient', '=', email).orderBy('id').execute();
const lastToken = async (email: string) =>
	/\/(?:confirm|reset)\/([\w-]+)/.exec((await mailsTo(email)).at(-1)?.body ?? '')?.[1] ?? '';
const eventsOf = async (id: string) =>
	(
		await database.db.selectFrom('audit_entries').select('event').where('subject_id', '=', id).orderBy('seq').execute()
	).map((row) => row.event);
const confirm = (token: string) => database.transact((trx) => confirmEmail(trx, token, now()));
const reset = (token: string, passwordHash = 'new hash') =>
	database.transact((trx) => resetPassword(trx, sessions, { token, passwordHash }, now()));

describe('sign-up', () => {
	test('sends a link whose page changes nothing, and whose button confirms, once', async () => {
		await register('Maria.Uno@Example.org');
		const account = (await findByEmail(database.db, 'maria.uno@example.org'))!;
		expect(account).toMatchObject({ email: 'maria.uno@example.org', role: 'applicant', email_confirmed_at: null });
		const token = await lastToken(account.email);
		expect(await tokenWorks(database.db, token, 'confirm_email')).toBe(true);
		expect(await tokenWorks(database.db, token, 'confirm_email')).toBe(true);
		expect((await findAccount(database.db, account.id))?.email_confirmed_at).toBeNull();
		expect(await confirm(token)).toEqual({ ok: true });
		expect(await confirm(token)).toEqual({ ok: false, problem: 'link-invalid' });
		expect((await findAccount(database.db, account.id))?.email_confirmed_at).not.toBeNull();
		expect(await eventsOf(account.id)).toEqual(['signed_up', 'email_confirmed']);
	});

	test('keeps the hash of the token only', async () => {
		await register('hash@example.org');
		const token = await lastToken('hash@example.org');
		const ids = (await database.db.selectFrom('account_tokens').select('id').execute()).map((row) => row.id);
		expect(ids).toContain(digest(token));
		expect(ids).not.toContain(token);
	});

	test('a link works until its last minute', async () => {
		await register('late@example.org');
		const token = await lastToken('late@example.org');
		const issued = Date.now();
		vi.useFakeTimers({ toFake: ['Date'] });
		vi.setSystemTime(issued + tokenHours.confirm * 3_600_000 - 60_000);
		expect(await tokenWorks(database.db, token, 'confirm_email')).toBe(true);
		vi.setSystemTime(issued + tokenHours.confirm * 3_600_000 + 1_000);
		expect(await confirm(token)).toEqual({ ok: false, problem: 'link-invalid' });
	});

	test('with a known address changes nothing and tells its owner by mail', async () => {
		const known = await anAccount(database, { password_hash: 'theirs', role: 'officer' });
		await register(known.email, 'intruder');
		expect((await findAccount(database.db, known.id))?.password_hash).toBe('theirs');
		expect((await mailsTo(known.email)).at(-1)?.body).toContain('/login');
		expect(await lastToken(known.email)).toBe('');
	});

	test('before confirmation, the newest request counts and the older link dies', async () => {
		await register('twice@example.org', 'stranger');
		const first = await lastToken('twice@example.org');
		await register('twice@example.org', 'owner');
		expect(await confirm(first)).toMatchObject({ ok: false });
		expect(await confirm(await lastToken('twice@example.org'))).toEqual({ ok: true });
		expect((await findByEmail(database.db, 'twice@example.org'))?.password_hash).toBe('owner');
	});

	test('cannot take over an invited colleague who has not answered yet', async () => {
		const colleague = await anAccount(database, { role: 'officer', email_confirmed_at: null });
		await register(colleague.email, 'intruder');
		expect(await findAccount(database.db, colleague.id)).toMatchObject({ role: 'officer', password_hash: '' });
	});

	test('twice at the same instant makes one account', async () => {
		await Promise.all([register('race@example.org'), register('race@example.org')]);
		expect(await readAccounts(database.db, { role: null, email: 'race@', page: 1 })).toMatchObject({ total: 1 });
	});
});

describe('a forgotten password', () => {
	test('is reset once, ends every session and tells the owner', async () => {
		const account = await anAccount(database, { password_hash: 'old' });
		const [one, two] = [await sessions.start(account, 'password-only'), await sessions.start(account, 'password-only')];
		await database.transact((trx) => requestReset(trx, account.email, now()));
		const token = await lastToken(account.email);
		const tries = await Promise.all([reset(token, 'first'), reset(token, 'second')]);
		expect(tries.filter((result) => result.ok)).toHaveLength(1);
		expect(await sessions.read(one)).toBeNull();
		expect(await sessions.read(two)).toBeNull();
		expect((await mailsTo(account.email)).at(-1)?.body).toContain('/password/forgot');
		expect(await eventsOf(account.id)).toEqual(['password_reset_asked', 'password_reset']);
	});

	test('of an unknown or disabled address sends nothing and says nothing', async () => {
		const disabled = await anAccount(database, { disabled_at: now() });
		for (const email of ['unknown@example.org', disabled.email]) {
			expect(await database.transact((trx) => requestReset(trx, email, now()))).toBeUndefined();
			expect(await mailsTo(email)).toEqual([]);
		}
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
		expect(await reset(await lastToken('collega@example.org'), 'chosen')).toMatchObject({ ok: true });
		const account = await findAccount(database.db, created.id);
		expect(account).toMatchObject({ role: 'officer', password_hash: 'chosen' });
		expect(account?.email_confirmed_at).not.toBeNull();
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
		expect((await findAccount(database.db, account.id))?.disabled_at).toBeNull();
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

describe('the own account', () => {
	test('a new password ends the other sessions and replaces this one', async () => {
		const account = await anAccount(database, { role: 'applicant' });
		const actor: Actor = { ...administrator, id: account.id, role: 'applicant' };
		const old = await sessions.start(account, 'password-only');
		const changed = await database.transact((trx) => changePassword(trx, sessions, 'newer', actor, now()));
		expect(await sessions.read(old)).toBeNull();
		expect(await sessions.read(changed.sessionId)).not.toBeNull();
		expect((await findAccount(database.db, account.id))?.password_hash).toBe('newer');
	});

	test('staff cannot turn their second factor off', async () => {
		const remove = (by: Actor) => database.transact((trx) => removeSecondFactor(trx, by, now()));
		expect(await remove(administrator)).toEqual({ ok: false, problem: 'not-allowed' });
		const { id } = await anAccount(database, { totp_sealed: 'sealed' });
		expect(await remove({ ...administrator, id, role: 'applicant' })).toEqual({ ok: true });
		expect((await findAccount(database.db, id))?.totp_sealed).toBeNull();
	});
});
