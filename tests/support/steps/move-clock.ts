import { expect, type Page } from '@playwright/test';
import type { Portal } from '../server';
import { press } from './person';

/** The process that moved the demo's clock knows at once. Every other process reads it again once a second. */
const followed = (page: Page, { processes }: Portal) => (processes > 1 ? page.waitForTimeout(1_500) : undefined);

/** Moves the demo's clock ahead by so many weeks. */
export async function passWeeks(page: Page, portal: Portal, weeks: number): Promise<void> {
	await page.goto('/demo');
	for (let week = 0; week < weeks; week += 1) await press(page, 'Avanti di una settimana');
	await followed(page, portal);
}

/** Moves the demo's clock ahead by so many days. */
export async function passDays(page: Page, portal: Portal, days: number): Promise<void> {
	await page.goto('/demo');
	for (let day = 0; day < days; day += 1) await press(page, 'Avanti di un giorno');
	await followed(page, portal);
}

/** Moves the demo's clock to one second after the next deadline of this kind, passing those of other kinds. */
export async function passDeadline(
	page: Page,
	portal: Portal,
	kind: 'si chiude un avviso' | 'rispondere a una proposta'
) {
	await page.goto('/demo');
	const next = page.getByText(/^La prossima scadenza è/);
	for (let passed = false; !passed;) {
		await expect(next).toBeVisible();
		passed = (await next.innerText()).includes(kind);
		await press(page, 'Un secondo dopo la scadenza');
	}
	await followed(page, portal);
}
