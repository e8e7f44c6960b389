import { expect, type Page } from '@playwright/test';
import { expectTitle, press } from './person';

/** The button that a visitor presses to go on. The button for the Enter key is hidden. */
export const goOn = (page: Page) => press(page, /^(Avanti|Vedi il risultato)$/);

export async function choose(page: Page, name: string, value: string): Promise<void> {
	await page.check(`input[name=${name}][value=${value}]`);
}

/** A mother of one child who is being evicted, with a certificate and an ISEE. She tells everything but her assets. */
export async function tellEverything(page: Page, look: (page: Page) => Promise<void> = async () => {}): Promise<void> {
	await page.goto('/check');
	await look(page);
	for (const [title, tell] of steps) {
		await tell(page);
		await goOn(page);
		await expectTitle(page, title);
		await look(page);
	}
	await expect(page).toHaveURL(/\/check\?\/answer$/);
}

/** What is told on each step, and the title of the step that follows. */
const steps: readonly [string, (page: Page) => Promise<void>][] = [
	['Dove abiti', tellPeople],
	['La casa di adesso', tellResidence],
	['ISEE e patrimonio', tellHome],
	['Situazioni che contano', tellIncome],
	['Il risultato', tellCircumstances]
];

async function tellPeople(page: Page): Promise<void> {
	await press(page, 'Aggiungi una persona');
	await page.fill('[name=birthDate-1]', '1986-05-14');
	await page.selectOption('[name=relation-2]', 'child');
	await page.fill('[name=birthDate-2]', '2015-02-03');
}

async function tellResidence(page: Page): Promise<void> {
	await choose(page, 'livesIn', 'milan');
	await page.fill('[name=municipalitySince]', '2010-01-01');
	await choose(page, 'worksInLombardy', 'yes');
	await choose(page, 'citizenship', 'italian');
}

async function tellHome(page: Page): Promise<void> {
	await choose(page, 'kind', 'rented');
	await page.fill('[name=netArea]', '16,5');
	await choose(page, 'eviction', 'enforceable');
	await choose(page, 'unhealthy', 'no');
	await choose(page, 'ownsAdequateHome', 'no');
}

async function tellIncome(page: Page): Promise<void> {
	await page.fill('[name=isee]', '6.400,50');
	await choose(page, 'earlier', 'none');
}

async function tellCircumstances(page: Page): Promise<void> {
	await choose(page, 'hasDisability', 'yes');
	await page.fill('[name=percent-2]', '100');
	await choose(page, 'disability-2', 'serious');
	await choose(page, 'emergency', 'none');
}
