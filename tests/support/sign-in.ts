import type { Page } from '@playwright/test';

/** The password of every demo account, which the demo prints. */
export const DEMO_PASSWORD = 'chiavi-demo';

/** Signs in as a demo account (`funzionario`, `dirigente`, `richiedente`, …), through the page as a person does. */
export async function signIn(page: Page, account: string): Promise<void> {
	await page.goto('/login');
	await page.locator('input[name=email]').fill(`${account}@chiavi.example`);
	await page.locator('input[name=password]').fill(DEMO_PASSWORD);
	await page.locator('form button[type=submit]').last().click();
	await page.waitForURL((url) => !url.pathname.endsWith('/login'));
}

export async function signOut(page: Page): Promise<void> {
	await page.context().clearCookies();
}
