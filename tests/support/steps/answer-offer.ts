import { expect, type Page } from '@playwright/test';
import { expectTitle, follow, press } from './person';

/** From the applicant's first page: reads the place for each home and the reason. */
export async function readPlaceAndWhy(applicant: Page): Promise<void> {
	await applicant.goto('/my');
	await expectTitle(applicant, 'Hai una proposta');
	await follow(applicant, 'Vedi la domanda');
	const why = applicant
		.locator('section')
		.filter({ has: applicant.getByRole('heading', { name: 'Perché questo alloggio' }) });
	await expect(why).toContainText(/Era la tua scelta numero \d+\./);
	await expect(why).toContainText(/Sei la \d+ª famiglia su \d+ per questo alloggio\./);
	await expect(why).toContainText(/Nessuno era prima di te|prima di te/);
}

export async function openOffer(applicant: Page): Promise<void> {
	await applicant.goto('/my');
	await follow(applicant, 'Vedi la proposta e rispondi');
	await expect(applicant.getByText('La tua risposta')).toBeVisible();
}

/** On the page of the offer. */
export async function bookViewing(applicant: Page): Promise<void> {
	await press(applicant, 'Prenota la visita');
	await expect(applicant.getByRole('alert')).toContainText('Scegli un orario');
	await applicant.getByLabel(/ore 10:30$/).check();
	await press(applicant, 'Prenota la visita');
	await expect(applicant.getByText(/^Hai prenotato per .*10:30\.$/)).toBeVisible();
}

/** Accepts in two steps: the page explains what it means, then asks for a yes. */
export async function accept(applicant: Page): Promise<void> {
	await follow(applicant, 'Accetto questa casa');
	await expectTitle(applicant, 'Confermi che accetti questa casa?');
	await press(applicant, 'Accetta la casa');
	await expectTitle(applicant, 'Hai accettato questa casa');
}
