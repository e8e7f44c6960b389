import { expect, type Page } from '@playwright/test';
import { expectTitle, press } from './person';

/** Whoever goes on presses this button; the one that the Enter key presses is not seen. */
export const goOn = (page: Page) => press(page, /^(Avanti|Vedi il risultato)$/);

export async function choose(page: Page, name: string, value: string): Promise<void> {
	await page.check(`input[name=${name}][value=${value}]`);
}

/** A mother of one under an eviction, who has a certificate and an ISEE; everything told but her assets. */
export async function tellEverything(page: Page, look: (page: Page) => Promise<void> = async () => {}): Promise<void> {
	await page.goto('/check');
	await look(page);
	await press(page, 'Aggiungi una persona');
	await page.fill('[name=birthDate-1]', '1986-05-14');
	await page.selectOption('[name=relation-2]', 'child');
	await page.fill('[name=birthDate-2]', '2015-02-03');
	await goOn(page);
	await expectTitle(page, 'Dove abiti');
	await look(page);
	await choose(page, 'livesIn', 'milan');
	await page.fill('[name=municipalitySince]', '2010-01-01');
	await choose(page, 'worksInLombardy', 'yes');
	await choose(page, 'citizenship', 'italian');
	await goOn(page);
	await expectTitle(page, 'La casa di adesso');
	await look(page);
	await choose(page, 'kind', 'rented');
	await page.fill('[name=netArea]', '16,5');
	await choose(page, 'eviction', 'enforceable');
	await choose(page, 'unhealthy', 'no');
	await choose(page, 'ownsAdequateHome', 'no');
	await goOn(page);
	await expectTitle(page, 'ISEE e patrimonio');
	await look(page);
	await page.fill('[name=isee]', '6.400,50');
	await choose(page, 'earlier', 'none');
	await goOn(page);
	await expectTitle(page, 'Situazioni che contano');
	await look(page);
	await choose(page, 'hasDisability', 'yes');
	await page.fill('[name=percent-2]', '100');
	await choose(page, 'disability-2', 'serious');
	await choose(page, 'emergency', 'none');
	await goOn(page);
	await expectTitle(page, 'Il risultato');
	await look(page);
	await expect(page).toHaveURL(/\/check\?\/answer$/);
}
