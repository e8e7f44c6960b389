import type { Page } from '@playwright/test';
import { aPicture } from '../../support/builders/paper';
import { expect, journeyTest as test } from '../../support/portal';
import { answerEverything, sendRequest } from '../../support/steps/apply';
import { passWeeks } from '../../support/steps/move-clock';
import { expectTitle, follow, person, press, send } from '../../support/steps/person';
import { approveAndPublish, prepareRound, recordDraw } from '../../support/steps/run-round';

test.use({ javaScriptEnabled: false, actionTimeout: 20_000 });
test.setTimeout(480_000);

const NOTICE = 'Alloggi ripristinati dell’agenzia, secondo avviso';
const WRONG = 'Lo sfratto mi è stato notificato, ma non è ancora esecutivo.';
const SEEN = 'La copia dell’atto mostra la sola notifica.';
const DECIDED = 'Hai ragione: la riga è corretta, come dice l’atto.';

const main = (page: Page) => page.locator('main');

/** From the page on which lines are contested: sends the paper that shows it, and comes back. */
async function sendPaper(household: Page): Promise<void> {
	await follow(household, /^Manda (un documento|il documento)/);
	await household.selectOption('[name=kind]', { label: 'Altro documento' });
	await press(household, 'Continua');
	await household.fill('[name=explanation]', 'Copia dello sfratto');
	const buffer = await aPicture().png().toBuffer();
	await household.setInputFiles('[name=photo]', { name: 'sfratto.png', mimeType: 'image/png', buffer });
	await send(household, 'Manda il documento');
	await expectTitle(household, 'I tuoi punti: le tue osservazioni');
}

async function contest(household: Page): Promise<void> {
	await household.goto('/my');
	await follow(household, /^Vedi la domanda/);
	await follow(household, 'Contesta una riga');
	await sendPaper(household);
	await press(household, 'Manda all’ufficio');
	await expect(main(household).getByRole('alert')).toContainText('Scegli una riga');
	await household.getByRole('radio', { name: /^Sfratto/ }).check();
	await household.fill('[name=text]', WRONG);
	await household.getByRole('checkbox', { name: /Altro documento/ }).check();
	await send(household, 'Manda all’ufficio');
	await expect(main(household)).toContainText('La tua osservazione è arrivata');
}

async function correct(officer: Page, request: string): Promise<void> {
	await officer.goto(`/staff/requests/${request}`);
	await press(officer, 'Apri il fascicolo');
	await follow(officer, 'Guarda le righe contestate');
	await expect(main(officer)).toContainText(WRONG);
	await expect(main(officer)).toContainText('Altro documento');
	await follow(officer, /^Verifica: Hai uno sfratto/);
	await officer.check('[name=act][value=correct]');
	await officer.getByRole('radio', { name: /notificato/ }).check();
	await officer.check('[name=how][value=document]');
	await officer.fill('[name=source]', 'Copia dello sfratto');
	await officer.fill('[name=on]', '2026-01-15');
	await officer.fill('[name=reason]', SEEN);
	await send(officer, 'Salva');
	await officer.goto(`/staff/requests/${request}/contests`);
	await officer.fill('[name=text]', DECIDED);
	await send(officer, 'Decidi: la riga è corretta');
	await expect(main(officer)).toContainText('riga corretta');
}

test('a household contests a line, and the next version of the ranking holds the corrected one', async ({
	browser,
	page: visitor,
	portal
}) => {
	const household = await person(browser, 'richiedente');
	await answerEverything(household);
	await sendRequest(household);
	const request = new URL(household.url()).pathname.split('/')[3]!;
	await passWeeks(visitor, portal, 2);
	const officer = await person(browser, 'funzionario');
	const manager = await person(browser, 'dirigente');
	await recordDraw(officer, manager, NOTICE);
	await prepareRound(officer, NOTICE);
	await approveAndPublish(manager, NOTICE);

	await contest(household);
	await correct(officer, request);
	await household.reload();
	await expect(main(household)).toContainText(DECIDED);
	await expect(main(household)).toContainText(/Prima la riga valeva .+ punti, ora ne vale/);

	await prepareRound(officer, NOTICE);
	await approveAndPublish(manager, NOTICE);
	await household.goto(`/my/requests/${request}`);
	const line = household.getByRole('row').filter({ hasText: SEEN });
	const [declared, verified] = await line.getByRole('cell').allInnerTexts();
	expect(verified).not.toBe(declared);

	// The public page holds places alone.
	await visitor.goto('/rankings');
	await visitor.getByRole('link', { name: NOTICE }).first().click();
	await follow(visitor, /^versione 2, corretta/);
	await expectTitle(visitor, 'Versione 2, corretta');
	for (const secret of [WRONG, SEEN, DECIDED]) await expect(main(visitor)).not.toContainText(secret);
});
