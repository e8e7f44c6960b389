import '../../../support/settings';
import { generateSync } from 'otplib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { now } from '$lib/server/clock';
import type { Account } from '$lib/server/platform/accounts/account';
import { findByEmail, updateAccount } from '$lib/server/platform/accounts/repository';
import { completeSignIn } from '$lib/server/platform/auth/second-factor';
import { openSessions } from '$lib/server/platform/auth/sessions';
import { offerSecret, openOffer } from '$lib/server/platform/auth/totp';
import { readOwnSessions } from '$lib/server/platform/accounts/own-sessions';
import { closeDatabase } from '$lib/server/platform/db/app';
import { keepFlow, takeFlow } from '$lib/server/platform/auth/identity-cookies';
import { readOwnIdentities } from '$lib/server/platform/identity/stored-claims';
import { anAccount } from '../../../support/builders/account';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { aBrowser, PORTAL, signIn } from '../../../support/identity/browser';
import { L1, L2, openGateway, passThrough, type Gateway } from '../../../support/identity/gateway';
import { useGateway } from '../../../support/identity/use-gateway';
import { servePages } from '../../../support/pages';
import { actions as own } from '../../../../src/routes/(account)/account/identity/+page.server';
import { actions as unknown } from '../../../../src/routes/(public)/login/identity/+page.server';

const RETURN = `${PORTAL}/login/identity/back`;
const TAX_CODE = 'RSSMRA80A01F205X';
const ANNA = {
	given_name: 'Anna',
	family_name: 'Prova',
	birthdate: '1980-01-01',
	'https://attributes.eid.gov.it/fiscal_number': `TINIT-${TAX_CODE}`
};

let database: TestDatabase;
let gateway: Gateway;
let other: Gateway;
let people = 0;
beforeAll(async () => {
	[gateway, other] = [await openGateway(RETURN), await openGateway(RETURN)];
	useGateway(gateway);
	database = await openTestDatabase();
	servePages(database, now());
});
afterAll(async () => {
	useGateway(null);
	await Promise.all([gateway.close(), other.close()]);
	await closeDatabase();
});
beforeEach(() => {
	people += 1;
	gateway.next({ does: 'agrees', subject: `person-${people}`, acr: L2, claims: ANNA });
});
afterEach(() => void vi.useRealTimers());

/** An account whose owner linked the public identity of this test. */
async function aLinkedAccount(changes: Partial<Account> = {}): Promise<Account> {
	const account = await anAccount(database, { passwordHash: 'a hash', ...changes });
	const browser = aBrowser(account);
	expect(await signIn(browser)).toBe('/account/identity');
	expect(await browser.post(own.link)).toEqual({ location: '/account/identity?done=linked' });
	return account;
}
const identities = (account: Account) => readOwnIdentities(database.db, account.id);
const eventsOf = async (account: Account) => {
	const rows = database.db.selectFrom('audit_entries').select('event').where('actor_id', '=', account.id);
	return (await rows.orderBy('seq').execute()).map(({ event }) => event);
};

const waysOf = async (account: Account) => {
	const by = { ...account, demo: false };
	return (await readOwnSessions(database.db, by, null)).map(({ way }) => way);
};
/** The owner gives the code of the portal, for the first time. */
function givesCode(account: Account, browser: ReturnType<typeof aBrowser>) {
	const sessionId = browser.jar.get('chiavi_session')!;
	const offer = offerSecret(account.id);
	const code = generateSync({ secret: openOffer(account.id, offer)! });
	return database.transact((trx) =>
		completeSignIn(trx, openSessions(database), { code, offer }, { ...account, sessionId }, now())
	);
}

test('an unknown person is asked; after the password the identity is linked, and it opens the same account', async () => {
	const account = await anAccount(database, { passwordHash: 'a hash' });
	const stranger = aBrowser();
	expect(await signIn(stranger, '/my/apply/n')).toBe('/login/identity?next=%2Fmy%2Fapply%2Fn');
	expect(await stranger.session()).toBeNull();
	// The same browser, signed in by password.
	const known = aBrowser(account);
	for (const [name, value] of stranger.jar) known.jar.set(name, value);
	expect(await known.post(own.link)).toEqual({ location: '/account/identity?done=linked' });
	expect(await identities(account)).toMatchObject([
		{ claims: { taxCode: TAX_CODE, givenName: 'Anna', familyName: 'Prova', birthDate: '1980-01-01' } }
	]);
	const later = aBrowser();
	expect(await signIn(later, '/my/apply/n')).toBe('/my/apply/n');
	expect(await later.session()).toMatchObject({ account: { id: account.id }, secondFactor: true });
	expect(await waysOf(account)).toEqual(['public-identity']);
	expect(await eventsOf(account)).toEqual(['identity_linked', 'signed_in']);
});

test('a person with a proved address gets an account at once, and the second click makes no second one', async () => {
	const email = `anna-${people}@example.org`;
	gateway.next({ claims: { ...ANNA, email, email_verified: true } });
	const browser = aBrowser();
	expect(await signIn(browser)).toBe('/login/identity');
	const twice = aBrowser();
	for (const [name, value] of browser.jar) twice.jar.set(name, value);
	expect(await browser.post(unknown.make)).toEqual({ location: '/my' });
	expect((await twice.post(unknown.make)).data).toMatchObject({ status: 409 });
	const account = await findByEmail(database.db, email);
	expect(account).toMatchObject({ role: 'applicant', name: 'Anna Prova', passwordHash: '' });
	expect(await browser.session()).toMatchObject({ account: { id: account!.id } });
	expect(await identities(account!)).toHaveLength(1);
});

test('an address that is not proved, or has an account, makes none', async () => {
	const taken = await anAccount(database);
	for (const told of [
		{ email: taken.email, email_verified: true },
		{ email: 'new@example.org', email_verified: false },
		{ email: 'new@example.org' }
	]) {
		gateway.next({ claims: { ...ANNA, ...told } });
		const browser = aBrowser();
		await signIn(browser);
		expect((await browser.post(unknown.make)).data, JSON.stringify(told)).toMatchObject({ status: 409 });
	}
	expect(await findByEmail(database.db, 'new@example.org')).toBeUndefined();
	expect(await identities(taken)).toEqual([]);
});

test('a person who says no, and a level that is too low, are told so and stay outside', async () => {
	await aLinkedAccount();
	gateway.next({ does: 'denies' });
	const [no, low] = [aBrowser(), aBrowser()];
	expect(await signIn(no, '/my')).toBe('/login?identity=denied&next=%2Fmy');
	gateway.next({ does: 'agrees', acr: L1 });
	expect(await signIn(low)).toBe('/login?identity=level');
	expect(await Promise.all([no.session(), low.session()])).toEqual([null, null]);
});

test('an answer works once: replayed, in another browser or with another state it opens nothing', async () => {
	await aLinkedAccount();
	const browser = aBrowser();
	const answer = await passThrough(await browser.leave(), PORTAL);
	const before = new Map(browser.jar);
	expect(await aBrowser().comeBack(answer)).toBe('/login?identity=expired');
	const wrong = new URL(answer);
	wrong.searchParams.set('state', 'x'.repeat(43));
	expect(await browser.comeBack(wrong)).toBe('/login?identity=expired');
	expect(await browser.comeBack(answer)).toBe('/my');
	expect(await browser.comeBack(answer)).toBe('/login?identity=expired');
	// A thief who also has the cookie: the gateway gave the code away already.
	const thief = aBrowser();
	for (const [name, value] of before) thief.jar.set(name, value);
	expect(await thief.comeBack(answer)).toBe('/login?identity=expired');
	expect(await thief.session()).toBeNull();
});

test('a sign-in that took too long, and one with another nonce, open nothing', async () => {
	await aLinkedAccount();
	const [slow, wrong] = [aBrowser(), aBrowser()];
	const late = await passThrough(await slow.leave(), PORTAL);
	vi.useFakeTimers({ toFake: ['Date'] });
	vi.setSystemTime(Date.now() + 10 * 60_000);
	expect(await slow.comeBack(late)).toBe('/login?identity=expired');
	vi.useRealTimers();
	const answer = await passThrough(await wrong.leave(), PORTAL);
	const flow = takeFlow(wrong.cookies as never, answer.searchParams.get('state')!)!;
	const { state, verifier, next, locale } = flow;
	keepFlow(wrong.cookies as never, { state, verifier, next, locale, nonce: 'another' });
	expect(await wrong.comeBack(answer)).toBe('/login?identity=refused');
	expect(await wrong.session()).toBeNull();
});

test('the answer of another gateway is refused', async () => {
	await aLinkedAccount();
	other.next({ subject: `person-${people}`, claims: ANNA });
	const browser = aBrowser();
	const there = new URL(await browser.leave());
	const elsewhere = `${other.issuer}${there.pathname}${there.search}`;
	expect(await browser.comeBack(await passThrough(elsewhere, PORTAL))).toBe('/login?identity=refused');
	expect(await browser.session()).toBeNull();
});

test('two tabs at the gateway both come back', async () => {
	const account = await aLinkedAccount();
	const browser = aBrowser();
	const [one, two] = [await browser.leave('/my'), await browser.leave('/account')];
	expect(await browser.comeBack(await passThrough(two, PORTAL))).toBe('/account');
	expect(await browser.comeBack(await passThrough(one, PORTAL))).toBe('/my');
	expect(await browser.session()).toMatchObject({ account: { id: account.id } });
});

test('an account that was closed stays closed', async () => {
	const account = await aLinkedAccount();
	await database.transact((trx) => updateAccount(trx, account.id, { disabled_at: now() }));
	const browser = aBrowser();
	expect(await signIn(browser)).toBe('/login?identity=closed');
	expect(await browser.session()).toBeNull();
});

test('the staff are unknown until they link, and then still give the code of the portal', async () => {
	const officer = await aLinkedAccount({ role: 'officer' });
	const browser = aBrowser();
	expect(await signIn(browser)).toBe('/login/second-factor');
	expect(await browser.session()).toMatchObject({ account: { id: officer.id }, secondFactor: false });
	const given = await givesCode(officer, browser);
	expect(given).toMatchObject({ ok: true });
	expect(await waysOf(officer)).toEqual(['public-identity']);
});

test('an identity belongs to one account, and is linked once however often it is asked', async () => {
	const account = await aLinkedAccount();
	const thief = aBrowser(await anAccount(database));
	const unlinked = aBrowser(account);
	gateway.next({ subject: `second-${people}` });
	await signIn(unlinked);
	for (const [name, value] of unlinked.jar) thief.jar.set(name, value);
	const kept = new Map(unlinked.jar);
	await unlinked.post(own.link);
	for (const [name, value] of kept) unlinked.jar.set(name, value);
	expect(await unlinked.post(own.link)).toEqual({ location: '/account/identity?done=linked' });
	expect((await thief.post(own.link)).data).toMatchObject({ status: 409 });
	expect(await identities(account)).toHaveLength(2);
});

test('an identity that was unlinked opens nothing; the last way to sign in stays', async () => {
	const account = await aLinkedAccount();
	const [linked] = await identities(account);
	const stranger = aBrowser(await anAccount(database));
	await stranger.post(own.unlink, { identity: linked!.id });
	expect(await identities(account)).toHaveLength(1);
	await database.transact((trx) => updateAccount(trx, account.id, { password_hash: '' }));
	expect((await aBrowser(account).post(own.unlink, { identity: linked!.id })).data).toMatchObject({ status: 409 });
	await database.transact((trx) => updateAccount(trx, account.id, { password_hash: 'a hash' }));
	for (const click of [1, 2])
		expect(await aBrowser(account).post(own.unlink, { identity: linked!.id }), `click ${click}`).toEqual({
			location: '/account/identity?done=unlinked'
		});
	expect(await signIn(aBrowser())).toBe('/login/identity');
	expect((await eventsOf(account)).filter((event) => event === 'identity_unlinked')).toHaveLength(1);
});

test('the database holds no name, tax code or subject of an identity in plain text', async () => {
	const account = await aLinkedAccount();
	const rows = await database.db.selectFrom('identities').selectAll().where('account_id', '=', account.id).execute();
	expect(rows).toHaveLength(1);
	expect(JSON.stringify(rows)).not.toMatch(new RegExp(`Anna|${TAX_CODE}|person-${people}`));
});

test('a gateway that is down is told on the page, before and after', async () => {
	await aLinkedAccount();
	const browser = aBrowser();
	const answer = await passThrough(await browser.leave(), PORTAL);
	await gateway.close();
	expect(await browser.comeBack(answer)).toBe('/login?identity=down');
	expect(await browser.session()).toBeNull();
	vi.useFakeTimers({ toFake: ['Date'] });
	vi.setSystemTime(Date.now() + 2 * 3_600_000);
	expect(await aBrowser().leave()).toBe('/login?identity=down');
});
