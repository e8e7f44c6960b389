import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { signIn } from '../sign-in';

/** A person of the demo with a browser session of their own, signed in. */
export async function person(browser: Browser, account: string, options?: BrowserContextOptions): Promise<Page> {
	const page = await (await browser.newContext(options)).newPage();
	await signIn(page, account);
	return page;
}

/** Presses a button and waits for the next page. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
	await page.locator('main').getByRole('button', { name }).first().click();
}

/** Presses a button that sends a form, and waits for the answer: what comes next may be another page or another tab. */
export async function send(page: Page, name: string | RegExp): Promise<void> {
	const answered = page.waitForResponse((response) => response.request().method() === 'POST');
	await press(page, name);
	await answered;
}

/** Follows a link in the page's content, not in its header. */
export async function follow(page: Page, name: string | RegExp): Promise<void> {
	await page.locator('main').getByRole('link', { name }).first().click();
}

/** Expects the page to have this title. */
export async function expectTitle(page: Page, title: string | RegExp): Promise<void> {
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
}
