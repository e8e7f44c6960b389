import type { Page } from '@playwright/test';
import { aPicture } from '../../support/builders/paper';
import { expect, journeyTest as test } from '../../support/portal';
import { expectTitle, follow, person, press, send } from '../../support/steps/person';

// Bruno Esempio, whose request of the running notice the demo sent.
const BRUNO = 'nucleo1';
const TODAY = new Date().toISOString().slice(0, 10);
const REGISTER = 'Anagrafe, consultazione 118';
const HOUSE = 'La visura mostra una casa a Lodi';
const QUESTION = 'Manda l’attestazione ISEE di quest’anno.';
const SOLD = 'La casa di Lodi è stata venduta: l’atto è tra i documenti.';
const STAYS = 'L’atto di vendita è stato visto: il requisito c’è.';

const main = (page: Page) => page.locator('main');
const picture = async (name: string) => ({ name, mimeType: 'image/png', buffer: await aPicture().png().toBuffer() });

/** Finds Bruno by half of his name, written in another way, and opens his file. */
async function openByHalfAName(officer: Page): Promise<void> {
	await officer.goto('/staff');
	await officer.locator('[name=term]').fill('BRUNÒ  ese');
	await officer.getByRole('search').getByRole('button').first().click();
	await expect(officer).toHaveURL(/\/staff\/search$/);
	await follow(officer, /DEMO-C-00001/);
	await press(officer, 'Apri il fascicolo');
	await follow(officer, 'Verifica i fatti della domanda');
	await expectTitle(officer, 'Controllo dei fatti');
}

async function tellEvidence(officer: Page, source: string): Promise<void> {
	await officer.check('[name=how][value=register]');
	await officer.fill('[name=source]', source);
	await officer.fill('[name=on]', TODAY);
}

async function confirmFour(officer: Page): Promise<void> {
	for (const name of [/a Milano/, /in Lombardia, senza/, /Lavori in Lombardia/, /affitti di case popolari/])
		await officer.getByRole('checkbox', { name }).check();
	await send(officer, 'Conferma i fatti scelti');
	await expect(main(officer).getByRole('alert')).toContainText('Scegli come hai controllato');
	await expect(officer.getByRole('checkbox', { name: /a Milano/ })).toBeChecked();
	await tellEvidence(officer, REGISTER);
	await send(officer, 'Conferma i fatti scelti');
	await expect(main(officer).locator('td').filter({ hasText: REGISTER })).toHaveCount(4);
}

async function openFact(officer: Page, name: string, act: string): Promise<void> {
	await follow(officer, `Verifica: ${name}`);
	await expectTitle(officer, name);
	await officer.check(`[name=act][value=${act}]`);
}

/** From a page that asks for a paper: sends one of the kind, and comes back. */
async function sendPaper(household: Page, kind: string, back: RegExp): Promise<void> {
	await follow(household, 'Manda un documento');
	await household.selectOption('[name=kind]', { label: kind });
	await press(household, 'Continua');
	await expectTitle(household, kind);
	const typed = { issued: `${TODAY.slice(0, 4)}-01-15`, explanation: 'Atto di vendita' };
	for (const [name, value] of Object.entries(typed))
		if ((await household.locator(`[name=${name}]`).count()) > 0) await household.fill(`[name=${name}]`, value);
	await household.setInputFiles('[name=photo]', await picture('foglio.png'));
	await send(household, 'Manda il documento');
	await expect(household).toHaveURL(back);
}

test.use({ javaScriptEnabled: false });

test('an officer checks a file with its household, sends a notice of rejection and decides on the answer', async ({
	browser
}) => {
	test.slow();
	const officer = await person(browser, 'funzionario', { javaScriptEnabled: false });
	const household = await person(browser, BRUNO, { javaScriptEnabled: false });

	await openByHalfAName(officer);
	const check = officer.url();
	await confirmFour(officer);

	await openFact(officer, 'Possiedi una casa adatta alla tua famiglia', 'correct');
	await officer.check('[name=ownsAdequateHome][value=yes]');
	await tellEvidence(officer, 'Catasto, visura 7');
	await officer.fill('[name=reason]', HOUSE);
	await send(officer, 'Salva');
	await expect(officer).toHaveURL(check);

	await openFact(officer, 'ISEE della tua famiglia', 'ask');
	await officer.fill('[name=question]', QUESTION);
	await send(officer, 'Salva');

	await household.goto('/my');
	await follow(household, 'Rispondi all’ufficio');
	await expect(main(household)).toContainText(QUESTION);
	await sendPaper(household, 'Attestazione ISEE', /\/requests\/[^/]+\/check$/);
	await household.fill('[name=text]', 'È tra i miei documenti.');
	await send(household, 'Manda la risposta');

	await officer.goto(check);
	await expect(main(officer)).toContainText('È tra i miei documenti.');
	await openFact(officer, 'ISEE della tua famiglia', 'accept');
	await expect(officer.getByRole('table').first()).toContainText('Attestazione ISEE');
	await tellEvidence(officer, 'Attestazione della famiglia');
	await send(officer, 'Salva');

	await follow(officer, 'Manda il preavviso di rigetto');
	await expect(officer.locator('[name=reason]')).toHaveValue(/casa adatta/);
	await send(officer, 'Invia il preavviso');

	await household.goto('/my');
	await expect(main(household)).toContainText('Manca un requisito');
	await follow(household, 'Leggi il preavviso e rispondi');
	await sendPaper(household, 'Altro documento', /\/rejection$/);
	await household.fill('[name=text]', SOLD);
	await send(household, 'Manda la risposta');

	await officer.reload();
	await expect(main(officer)).toContainText(SOLD);
	await expect(officer.getByRole('table')).toContainText('Altro documento');
	await expect(officer.locator('[name=outcome][value=excluded]')).toHaveCount(0);
	await officer.check('[name=outcome][value=dropped]');
	await officer.fill('[name=decision]', STAYS);
	await send(officer, 'Decidi');

	await household.reload();
	await expect(main(household)).toContainText(STAYS);
});

test('a household that would lose its home is excluded by a second person, and reads why and how to appeal', async ({
	browser
}) => {
	const first = await person(browser, 'funzionario', { javaScriptEnabled: false });
	const second = await person(browser, 'dirigente', { javaScriptEnabled: false });
	const household = await person(browser, 'nucleo7', { javaScriptEnabled: false });
	await household.goto('/my');
	await follow(household, 'Leggi il preavviso e rispondi');
	const own = household.url();
	const office = new URL(own).pathname.replace('/my/', '/staff/');

	await first.goto(office);
	await press(first, 'Apri il fascicolo');
	await first.goto(office);
	await expect(main(first)).toContainText('L’hai proposta tu. Ora decide un’altra persona.');
	await expect(first.locator('[name=outcome][value=excluded]')).toHaveCount(0);

	await second.goto(office);
	await press(second, 'Apri il fascicolo');
	await second.goto(office);
	await second.check('[name=outcome][value=excluded]');
	await send(second, 'Decidi');

	await household.goto(own);
	await expect(main(household)).toContainText('il saldo del conto supera il limite');
	await expect(main(household)).toContainText('Hanno deciso due persone');
	await expect(household.getByRole('heading', { name: 'Se non sei d’accordo' })).toBeVisible();
});
