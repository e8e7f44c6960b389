import { expect, type Page } from '@playwright/test';
import { follow, press } from './person';

/** Any numbers will do. The demo has no real draw, and these were not known while requests came in. */
const DRAWN = '7 19 34 58 81';

async function openNotice(page: Page, title: string): Promise<void> {
	await page.goto('/staff/notices');
	await follow(page, title);
}

async function writeNumbers(page: Page, numbers: string): Promise<void> {
	await page.getByLabel('Numeri estratti').fill(numbers);
	await press(page, 'Registra i numeri');
}

/** Two persons enter the numbers of the public draw. Wrong or differing numbers record nothing. */
export async function recordDraw(first: Page, second: Page, title: string): Promise<void> {
	await openNotice(first, title);
	await writeNumbers(first, 'estratto');
	await expect(first.getByRole('alert')).toBeVisible();
	await expect(first.getByLabel('Numeri estratti')).toHaveValue('estratto');
	await writeNumbers(first, DRAWN);
	await expect(first.locator('main')).toContainText('Aspetta una seconda persona');
	await openNotice(second, title);
	await writeNumbers(second, '7 19 34 58 18');
	await expect(second.getByRole('alert')).toContainText('Non è stato registrato niente');
	await writeNumbers(second, '81 58 34 19 7');
	await expect(second.locator('main')).toContainText('7.19.34.58.81./');
}

export async function openRound(page: Page, title: string): Promise<void> {
	await page.goto('/staff/rounds');
	await page.getByRole('row', { name: title }).getByRole('link').first().click();
}

/** The officer who prepares the round is told to wait for a second person. */
export async function prepareRound(officer: Page, title: string): Promise<void> {
	await openRound(officer, title);
	await press(officer, /^Prepara l’assegnazione/);
	await expect(officer.getByText('Aspetta una seconda persona')).toBeVisible();
	await expect(officer.getByRole('button', { name: /^Approva/ })).toHaveCount(0);
}

export async function approveAndPublish(manager: Page, title: string): Promise<void> {
	await openRound(manager, title);
	await press(manager, /^Approva la versione/);
	await press(manager, /^Pubblica la versione/);
	await expect(manager.locator('main').getByRole('link', { name: 'Vedi la graduatoria pubblica' })).toBeVisible();
}

/** Until corrections are over, the ranking tells its readers until when they are possible. */
export async function readCorrections(visitor: Page, title: string): Promise<void> {
	await visitor.goto('/rankings');
	await visitor.getByRole('link', { name: title }).first().click();
	await expect(visitor.locator('main')).toContainText('Questa graduatoria non è definitiva');
}
