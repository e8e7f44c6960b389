import { expect, type Page } from '@playwright/test';
import { linkIn, waitForMails } from '../mailbox';
import type { Portal } from '../server';
import { press } from './person';

/** Signs up as far as the page that says that a mail is on its way. */
export async function signUp(
	page: Page,
	who: { name: string; email: string; role: 'applicant' | 'landlord' }
): Promise<void> {
	await page.goto('/signup');
	await expect(page.locator('input[type=password]')).toHaveCount(0);
	await page.check(`input[name=role][value=${who.role}]`);
	await page.fill('input[name=name]', who.name);
	await page.fill('input[name=email]', who.email);
	await press(page, 'Manda il link');
	await page.waitForURL('**/signup/sent');
}

/** Types name and password at the sign-in, and presses its button. */
export async function enter(page: Page, email: string, password: string): Promise<void> {
	await page.goto('/login');
	await page.fill('input[name=email]', email);
	await page.fill('input[name=password]', password);
	await press(page, 'Accedi');
}

/** Signs up and chooses `password`. */
export async function aResident(page: Page, portal: Portal, as: { email: string; password: string }): Promise<void> {
	await signUp(page, { name: 'Sara Prova', email: as.email, role: 'applicant' });
	await page.goto(linkIn((await waitForMails(portal, as.email, 1))[0]!));
	await page.fill('input[name=password]', as.password);
	await press(page, 'Conferma');
	await page.waitForURL('**/login?confirmed*');
}
