import type { Browser, Page } from '@playwright/test';
import { aPicture } from '../../support/builders/paper';
import { expect, journeyTest as test } from '../../support/portal';
import { openAnotherNotice } from '../../support/steps/another-notice';
import { pdfText } from '../../support/pdf-text';
import { answerEverything, passWarning, sendRequest } from '../../support/steps/apply';
import { expectTitle, follow, person, press, send } from '../../support/steps/person';
import { aResident, enter } from '../../support/steps/resident';

const PHONE = { width: 360, height: 740 };
const EMAIL = 'sara@example.org';
const PASSWORD = 'il cane di Sara abbaia';
const SECOND = 'Un altro avviso dell’agenzia';

const main = (page: Page) => page.locator('main');
const photo = async (name: string) => ({ name, mimeType: 'image/png', buffer: await aPicture().png().toBuffer() });

/** The papers that are marked as missing. */
const missing = (page: Page) => page.getByRole('region', { name: 'I documenti' }).getByText('manca', { exact: true });

/** From the page that sends: writes how the person is found, and comes back. */
async function tellContact(page: Page): Promise<void> {
	await expect(main(page).getByRole('region').first()).toHaveAccessibleName('Come ti troviamo');
	await expect(page.getByRole('region', { name: 'Dichiara e invia' })).toContainText('Prima di inviare manca una cosa');
	await follow(page, 'Scrivi i tuoi dati');
	await page.fill('[name=givenName]', 'Sara Maria');
	await page.fill('[name=familyName]', 'Prova');
	await page.fill('[name=phone]', '3331112223');
	await expect(page.getByRole('radio', { name: 'Per e-mail' })).toBeChecked();
	await send(page, 'Salva i dati');
	await expect(page.getByRole('status')).toContainText('I tuoi dati sono salvati.');
	await follow(page, 'Torna dov’eri');
	await expectTitle(page, 'Controlla e invia');
}

/** From the page that sends: photographs one of the papers that are missing. A paper without a fault leads back. */
async function sendPaper(page: Page): Promise<void> {
	const papers = page.getByRole('region', { name: 'I documenti' });
	await papers
		.getByRole('link', { name: /^Manda/ })
		.first()
		.click();
	await page.locator('[name=id]').waitFor({ state: 'attached' });
	await page.setInputFiles('[name=photo]', await photo('davanti.png'));
	await expect(main(page)).toContainText('davanti.png');
	for (const [name, day] of [
		['issued', '2026-01-10'],
		['expires', '2099-01-10']
	] as const)
		if ((await page.locator(`[name=${name}]`).count()) > 0) await page.fill(`[name=${name}]`, day);
	await send(page, 'Manda il documento');
	await expectTitle(page, 'Controlla e invia');
	await expect(page).toHaveURL(/\/check#papers$/);
}

/** The address of a request of the person whose receipt is open. */
const requestOf = (page: Page) => new URL(page.url()).pathname.split('/')[3]!;

async function openAsOfficer(browser: Browser, id: string): Promise<void> {
	const officer = await person(browser, 'funzionario');
	await officer.goto(`/staff/requests/${id}`);
	await press(officer, 'Apri il fascicolo');
	await officer.getByRole('heading', { name: 'Che cosa ha dichiarato' }).waitFor();
	await officer.context().close();
}

/** Answers another notice with the answers of before: nothing is typed but the place of one home. */
async function applyAgain(page: Page): Promise<void> {
	await page.goto('/notices');
	await follow(page, SECOND);
	await follow(page, 'Fai domanda');
	await follow(page, 'Leggi le risposte di prima e usale');
	await press(page, 'Comincia con queste risposte');
	await expectTitle(page, 'Chi vive con te');
	for (const title of [
		'Dove abiti',
		'La casa di adesso',
		'ISEE e patrimonio',
		'Di che cosa hai bisogno',
		'Gli alloggi'
	]) {
		await press(page, 'Salva e continua');
		await expectTitle(page, title);
	}
	await page.locator('select[name^=place-]').first().selectOption('1');
	await press(page, 'Salva e continua');
	await passWarning(page);
	await expect(page.getByRole('region', { name: 'I documenti' })).not.toContainText('Altro');
}

async function withdraw(page: Page, id: string): Promise<void> {
	await page.goto(`/my/requests/${id}`);
	await follow(page, 'Vedi che cosa succede se la ritiri');
	await send(page, 'Ritira la domanda');
	await expectTitle(page, 'Hai ritirato la domanda');
}

async function erase(page: Page): Promise<void> {
	await page.goto('/account/data');
	await follow(page, 'Cancella il tuo account e i tuoi dati');
	await follow(page, 'Vai avanti');
	await page.fill('[name=present_password]', PASSWORD);
	await send(page, 'Cancella per sempre');
	await expect(main(page)).toContainText('Il tuo account è cancellato.');
}

test('a person signs up, sends two requests with one set of papers, reads who looked, and is erased', async ({
	page,
	browser,
	portal
}) => {
	await page.setViewportSize(PHONE);
	page.setDefaultTimeout(20_000);
	openAnotherNotice(portal, SECOND);
	await aResident(page, portal, { email: EMAIL, password: PASSWORD });
	await enter(page, EMAIL, PASSWORD);
	await page.waitForURL('**/my');

	await answerEverything(page);
	await tellContact(page);
	const wanted = await missing(page).count();
	await sendPaper(page);
	await sendPaper(page);
	await expect(missing(page)).toHaveCount(wanted - 2);
	await sendRequest(page);
	const first = requestOf(page);
	const receipt = await page.request.get(`/my/requests/${first}/receipt/pdf`);
	expect(await pdfText(await receipt.body())).toContain('Sara Maria Prova');
	await expect(missing(page)).toHaveCount(wanted - 2);

	await page.goto('/account/contact');
	await page.fill('[name=phone]', '3339998887');
	await send(page, 'Salva i dati');
	await expect(main(page)).toContainText('I tuoi dati sono salvati.');
	await openAsOfficer(browser, first);

	await applyAgain(page);
	await expect(main(page)).toContainText('+39 333 999 8887');
	await expect(missing(page)).toHaveCount(wanted - 2);
	await sendRequest(page);
	const second = requestOf(page);

	await page.goto('/account/readings');
	await expect(main(page)).toContainText('Franca Esempio');
	await page.goto('/account/data');
	const exported = await page.request.get(
		(await page.getByRole('link', { name: 'Scarica il file' }).getAttribute('href'))!
	);
	const toRead = page.getByRole('link', { name: 'Scarica il PDF da leggere' });
	const everything = await page.request.get((await toRead.getAttribute('href'))!);
	expect(await pdfText(await everything.body())).toContain('Sara Prova');
	for (const told of ['Sara', '333 999 8887', '"by": "officer"']) expect(await exported.text()).toContain(told);

	for (const id of [first, second]) await withdraw(page, id);
	await erase(page);
	await enter(page, EMAIL, PASSWORD);
	await expect(main(page).getByRole('alert')).toBeVisible();
});
