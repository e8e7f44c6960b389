import { expect, type Page } from '@playwright/test';
import { follow, press } from './person';

/** Any number: the demo has no draw of its own, and this one was not known while requests came in. */
const DRAWN = '9f2c4e1ab07d5536';

/** The officer records the number of the public draw, found on the work list. */
export async function recordDraw(officer: Page, title: string): Promise<void> {
	await officer.goto('/staff/notices');
	await follow(officer, title);
	await officer.getByLabel('Numero in esadecimale').fill('estratto');
	await press(officer, 'Registra il numero');
	await expect(officer.getByLabel('Numero in esadecimale')).toHaveValue('estratto');
	await officer.getByLabel('Numero in esadecimale').fill(DRAWN);
	await press(officer, 'Registra il numero');
	await expect(officer.locator('main')).toContainText(DRAWN);
}

export async function openRound(page: Page, title: string): Promise<void> {
	await page.goto('/staff/rounds');
	await page.getByRole('row', { name: title }).getByRole('link').first().click();
}

/** Whoever prepares the round is told to wait for a second person. */
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

/** Until corrections are over, whoever reads the ranking is told until when they are possible. */
export async function readCorrections(visitor: Page, title: string): Promise<void> {
	await visitor.goto('/rankings');
	await visitor.getByRole('link', { name: title }).first().click();
	await expect(visitor.locator('main')).toContainText('Questa graduatoria non è definitiva');
}
