import { expect, type Page } from '@playwright/test';
import { press } from './person';

/** Every process of the demo reads its clock again once a second. */
const FOLLOWED_MS = 1_500;

/** Moves the clock of the demo so many weeks ahead. */
export async function passWeeks(page: Page, weeks: number): Promise<void> {
	await page.goto('/demo');
	for (let week = 0; week < weeks; week += 1) await press(page, 'Avanti di una settimana');
	await page.waitForTimeout(FOLLOWED_MS);
}

/** Moves the clock of the demo to a second after the next deadline of a kind, past those of other kinds. */
export async function passDeadline(page: Page, kind: 'si chiude un avviso' | 'rispondere a una proposta') {
	await page.goto('/demo');
	const next = page.getByText(/^La prossima scadenza è/);
	for (let passed = false; !passed;) {
		await expect(next).toBeVisible();
		passed = (await next.innerText()).includes(kind);
		await press(page, 'Un secondo dopo la scadenza');
	}
	await page.waitForTimeout(FOLLOWED_MS);
}
