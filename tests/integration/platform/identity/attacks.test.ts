import '../../../support/settings';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { now } from '$lib/server/clock';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { closeDatabase } from '$lib/server/platform/db/app';
import { readOwnIdentities } from '$lib/server/platform/identity/stored-claims';
import { anAccount } from '../../../support/builders/account';
import { withContact } from '../../../support/builders/person';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { aBrowser, PORTAL } from '../../../support/identity/browser';
import { openForger } from '../../../support/identity/forger';
import { L1, L2 } from '../../../support/identity/gateway';
import { useGateway } from '../../../support/identity/use-gateway';
import { servePages } from '../../../support/pages';
import { actions as own } from '../../../../src/routes/(account)/account/identity/+page.server';

const RETURN = `${PORTAL}/login/identity/back`;
const FISCAL = 'https://attributes.eid.gov.it/fiscal_number';
const TAX_CODE = 'PRVNNA80A41F205T';

let database: TestDatabase;
let forger: Awaited<ReturnType<typeof openForger>>;
beforeAll(async () => {
	forger = await openForger();
	useGateway(forger);
	database = await openTestDatabase();
	servePages(database, now());
});
afterAll(async () => {
	useGateway(null);
	await forger.close();
	await closeDatabase();
});

type Token = Parameters<typeof forger.answer>[2];
const good: Token = { claims: { acr: L2 } };

/** A browser comes back with a token of the forger; answers where the portal leads it. */
async function comeBack(browser: ReturnType<typeof aBrowser>, token: Token, next = ''): Promise<string | undefined> {
	const address = await browser.leave(encodeURIComponent(next));
	return browser.comeBack(forger.answer(address, RETURN, token));
}
const person = (subject: string): Token => ({
	claims: { acr: L2, sub: subject, given_name: 'Anna', [FISCAL]: `TINIT-${TAX_CODE}` }
});
/** An account with the public identity `subject`. */
async function linked(subject: string) {
	const account = await anAccount(database, { passwordHash: 'a hash' });
	const browser = aBrowser(account);
	expect(await comeBack(browser, person(subject))).toBe('/account/identity');
	expect(await browser.post(own.link)).toEqual({ location: '/account/identity?done=linked' });
	return account;
}

describe('a token', () => {
	test('that is right leads on', async () => {
		expect(await comeBack(aBrowser(), good)).toBe('/login/identity');
	});

	test.each<[string, Token]>([
		['for another client', { claims: { acr: L2, aud: 'another-portal' } }],
		['for several clients, given to another', { claims: { acr: L2, aud: ['chiavi', 'other'], azp: 'other' } }],
		['of another issuer', { claims: { acr: L2, iss: 'https://id.example.org' } }],
		['that is over', { claims: { acr: L2, exp: 1_000_000_000 } }],
		['of another sign-in', { claims: { acr: L2, nonce: 'of another sign-in' } }],
		['without nonce', { claims: { acr: L2 }, without: ['nonce'] }],
		['without subject', { claims: { acr: L2 }, without: ['sub'] }],
		['signed by a stranger', { claims: { acr: L2 }, signedBy: 'a stranger' }],
		['signed by nobody', { claims: { acr: L2 }, signedBy: 'nobody' }]
	])('%s opens nothing', async (_, token) => {
		const browser = aBrowser();
		expect(await comeBack(browser, token)).toBe('/login?identity=refused');
		expect([...browser.jar.keys()]).toEqual([]);
	});

	test.each([[L1], [undefined], [[L2]], [`${L2} `]])(
		'of the level %j, when level 2 was asked, opens nothing',
		async (acr) => {
			const browser = aBrowser();
			expect(await comeBack(browser, { claims: { acr } })).toBe('/login?identity=level');
			expect([...browser.jar.keys()]).toEqual([]);
		}
	);
});

test('an answer that names another issuer is refused before its code is used', async () => {
	const browser = aBrowser();
	const answer = forger.answer(await browser.leave(), RETURN, good);
	answer.searchParams.set('iss', 'https://id.example.org');
	expect(await browser.comeBack(answer)).toBe('/login?identity=refused');
});

test.each(['//evil.example', 'https://evil.example/', '/\\evil.example', '/%09/evil.example', 'javascript:alert(1)'])(
	'the address %s after the sign-in leads nowhere else',
	async (next) => {
		const subject = `next-${next}`;
		await linked(subject);
		const there = await comeBack(aBrowser(), person(subject), next);
		expect(new URL(there!, PORTAL).origin).toBe(PORTAL);
	}
);

test('an account with the same tax code stays its owner’s: a code that a gateway tells opens nothing', async () => {
	const owner = await anAccount(database, { passwordHash: 'a hash' });
	await withContact(database, { ...owner, demo: false }, now(), { taxCode: TAX_CODE });
	expect(await comeBack(aBrowser(), person('with the code of another'))).toBe('/login/identity');
	const other = await linked('with the code of another');
	const browser = aBrowser();
	await comeBack(browser, person('with the code of another'));
	expect(await browser.session()).toMatchObject({ account: { id: other.id } });
	expect(await readOwnIdentities(database.db, owner.id)).toEqual([]);
	expect(await readOwnPerson(database.db, other.id)).toBeNull();
});

test('the answer of a thief in the browser of a victim links nothing to the victim’s account', async () => {
	const [thief, victim] = [aBrowser(), aBrowser(await anAccount(database, { passwordHash: 'a hash' }))];
	const answer = forger.answer(await thief.leave(), RETURN, person('of a thief'));
	expect(await victim.comeBack(answer)).toBe('/my');
	expect((await victim.post(own.link)).data).toMatchObject({ status: 409 });
	expect(await readOwnIdentities(database.db, victim.owner!.id)).toEqual([]);
});

test('a cookie that was changed, and one of another kind, stand for nobody', async () => {
	const browser = aBrowser(await anAccount(database, { passwordHash: 'a hash' }));
	await browser.leave();
	const [flow] = [...browser.jar.values()];
	await comeBack(browser, person('in a cookie'));
	const kept = browser.jar.get('chiavi_met')!;
	const changed = kept.slice(0, -6) + (kept.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA');
	for (const forged of [flow!, changed, 'nonsense', '']) {
		browser.jar.set('chiavi_met', forged);
		expect((await browser.post(own.link)).data, forged).toMatchObject({ status: 409 });
	}
	expect(await readOwnIdentities(database.db, browser.owner!.id)).toEqual([]);
});
