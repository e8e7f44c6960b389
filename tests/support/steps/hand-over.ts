import { expect, type Page } from '@playwright/test';
import { isClosedDay } from '../../../src/lib/domain/calendar/holidays';
import { expectTitle, follow, press } from './person';

/** The day that is so many days from today in Milan. */
export const day = (ahead: number) =>
	new Date(Date.now() + ahead * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/Rome' });

/** The first day from so many days ahead on which the office is open: homes are seen only then. */
export const openDay = (ahead: number): string => (isClosedDay(day(ahead)) ? openDay(ahead + 1) : day(ahead));

/** The officer makes every offer of the published round and opens the one to this household. */
export async function makeOffers(officer: Page, title: string, pseudonym: string): Promise<void> {
	await officer.goto('/staff/offers');
	await follow(officer, title);
	await follow(officer, /^Prepara l’invio/);
	await press(officer, /^Invia/);
	await follow(officer, `Gestisci la proposta alla famiglia ${pseudonym}`);
	await expect(officer.locator('main')).toContainText(pseudonym);
}

/** On the page of an offer: adds an hour at which the home can be seen. */
export async function addViewing(officer: Page, on: string): Promise<void> {
	await officer.fill('[name=day]', on);
	await officer.fill('[name=time]', '25:00');
	await press(officer, 'Aggiungi l’orario');
	await expect(officer.locator('[name=day]')).toHaveValue(on);
	await officer.fill('[name=time]', '10:30');
	await press(officer, 'Aggiungi l’orario');
	await expect(officer.locator('main')).toContainText('ore 10:30: libero');
}

/** From the page of an accepted offer to the keys. */
export async function deliverKeys(officer: Page, on: string): Promise<void> {
	await officer.reload();
	await follow(officer, 'Contratto e chiavi');
	await officer.fill('[name=number]', 'TNM-2026-145');
	await officer.fill('[name=on]', on);
	await press(officer, 'Salva il contratto');
	await expect(officer.locator('main')).toContainText('Contratto registrato');
	await officer.fill('[name=on]', on);
	await press(officer, 'Segna le chiavi consegnate');
	await expectTitle(officer, /.+/);
	await expect(officer.locator('main')).toContainText('La famiglia ha casa.');
}
