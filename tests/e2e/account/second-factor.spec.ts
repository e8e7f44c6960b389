import { generateSync } from 'otplib';
import type { Browser, Page } from '@playwright/test';
import { linkIn, waitForMails } from '../../support/mailbox';
import { expect, fileTest as test } from '../../support/portal';
import type { Portal } from '../../support/server';
import { signIn } from '../../support/sign-in';
import { press } from '../../support/steps/person';
import { aResident, enter } from '../../support/steps/resident';

test.describe.configure({ mode: 'default' });

const PASSWORD = 'sette mele sul tavolo';

/** A caseworker whom the administrator invites, and who has chosen a password. */
async function aCaseworker(browser: Browser, portal: Portal, email: string, javaScriptEnabled: boolean): Promise<Page> {
	const open = async () => (await browser.newContext({ javaScriptEnabled, baseURL: portal.origin })).newPage();
	const administrator = await open();
	await signIn(administrator, 'amministratore');
	await administrator.goto('/admin/accounts/new');
	await administrator.fill('input[name=name]', 'Olga Prova');
	await administrator.fill('input[name=email]', email);
	await administrator.selectOption('select[name=role]', 'caseworker');
	await press(administrator, 'Crea');
	const [welcome] = await waitForMails(portal, email, 1);
	const caseworker = await open();
	await caseworker.goto(linkIn(welcome!));
	await caseworker.fill('input[name=password]', PASSWORD);
	await press(caseworker, /password/i);
	await caseworker.waitForURL((url) => !url.pathname.includes('/reset/'));
	return caseworker;
}

async function enterWithPassword(page: Page, email: string): Promise<void> {
	await enter(page, email, PASSWORD);
	await page.waitForURL('**/login/second-factor*');
}

/** The code that the app would show for the secret on the page. */
const codeOnPage = async (page: Page): Promise<string> =>
	generateSync({ secret: (await page.locator('main code').first().innerText()).replaceAll(' ', '') });

async function sendCode(page: Page, code: string): Promise<void> {
	await page.fill('input[name=code]', code);
	await press(page, /Continua|Attiva/);
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled });

		test('a caseworker sees nothing before the second factor; each recovery code opens once', async ({
			browser,
			portal
		}) => {
			const email = `olga-${javaScriptEnabled}@example.org`;
			const page = await aCaseworker(browser, portal, email, javaScriptEnabled);
			await enterWithPassword(page, email);
			await page.goto('/desk');
			await expect(page).toHaveURL(/\/login/);
			await page.goto('/login/second-factor');
			await sendCode(page, '000000');
			await expect(page.locator('main')).toContainText('Il codice non è quello giusto');
			await sendCode(page, await codeOnPage(page));
			await page.waitForURL('**/account/second-factor');

			await page.fill('input[name=present_password]', 'un’altra password');
			await press(page, 'Crea i codici');
			await expect(page.locator('main')).toContainText('La password attuale non è questa');
			await expect(page.locator('main li code')).toHaveCount(0);
			await page.fill('input[name=present_password]', PASSWORD);
			await press(page, 'Crea i codici');
			await expect(page.locator('main li code')).toHaveCount(10);
			const [first] = await page.locator('main li code').allInnerTexts();
			await expect(page.getByRole('button', { name: 'Disattiva la verifica' })).toHaveCount(0);

			await page.context().clearCookies();
			await enterWithPassword(page, email);
			await sendCode(page, first!);
			await page.waitForURL('**/desk');
			await page.context().clearCookies();
			await enterWithPassword(page, email);
			await sendCode(page, first!);
			await expect(page.locator('main')).toContainText('Il codice non è quello giusto');
			// Invitation, password, factor, codes, a code used.
			const subjects = (await waitForMails(portal, email, 5)).map(({ subject }) => subject);
			expect(subjects.filter((subject) => subject.includes('verifica in due passaggi'))).toHaveLength(3);
		});

		test('whoever turns it on is asked for the password; older sessions end; the owner is told by mail', async ({
			browser,
			portal
		}) => {
			const email = `rosa-${javaScriptEnabled}@example.org`;
			const open = async () => (await browser.newContext({ javaScriptEnabled, baseURL: portal.origin })).newPage();
			const [here, elsewhere] = [await open(), await open()];
			await aResident(here, portal, { email, password: PASSWORD });
			for (const page of [here, elsewhere]) {
				await enter(page, email, PASSWORD);
				await page.waitForURL('**/my');
			}

			await here.goto('/account/second-factor');
			await here.fill('input[name=present_password]', 'un’altra password');
			await sendCode(here, await codeOnPage(here));
			await expect(here.locator('main')).toContainText('La password attuale non è questa');
			await elsewhere.goto('/my');
			await expect(elsewhere).toHaveURL(/\/my$/);
			await waitForMails(portal, email, 1);

			await here.fill('input[name=present_password]', PASSWORD);
			await sendCode(here, await codeOnPage(here));
			await expect(here.locator('main')).toContainText('È attiva');
			await elsewhere.goto('/my');
			await expect(elsewhere).toHaveURL(/\/login/);
			expect((await waitForMails(portal, email, 2))[1]!.body).toContain('è attiva');
		});
	});
}
