import type { Page } from '@playwright/test';

/** The password of every demo account. The demo prints it. */
export const DEMO_PASSWORD = 'chiavi-demo';

const nameAndPassword = (account: string) => ({ email: `${account}@chiavi.example`, password: DEMO_PASSWORD });

/** Signs in as a demo account (`funzionario`, `dirigente`, `richiedente`, …), through the page as a person does. */
export async function signInAtPage(page: Page, account: string): Promise<void> {
	await page.goto('/login');
	for (const [name, value] of Object.entries(nameAndPassword(account))) await page.fill(`input[name=${name}]`, value);
	await page.locator('form button[type=submit]').last().click();
	await page.waitForURL((url) => !url.pathname.endsWith('/login'));
}

/** Signs in by sending the form without opening the page, for tests of what comes after it. */
export async function signIn(page: Page, account: string): Promise<void> {
	const { origin } = new URL((await page.request.get('/api/health/live')).url());
	const answer = await page.request.post('/login', {
		form: nameAndPassword(account),
		headers: { origin, accept: 'text/html' },
		maxRedirects: 0
	});
	if (answer.status() !== 303) throw new Error(`${account} was not let in: ${answer.status()}.`);
}

export async function signOut(page: Page): Promise<void> {
	await page.context().clearCookies();
}
