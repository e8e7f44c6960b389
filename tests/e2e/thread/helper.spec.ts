import type { Page } from '@playwright/test';
import { nextCode } from '../../support/mailbox';
import { pdfText } from '../../support/pdf-text';
import { expect, journeyTest as test } from '../../support/portal';
import type { Portal } from '../../support/server';
import { expectTitle, follow, person, press } from '../../support/steps/person';

test.setTimeout(240_000);

const banner = (page: Page) => page.getByRole('complementary', { name: 'Per chi lavori' });

/** The helper of the demo works for Rita and opens a page of her draft. */
async function openDraft(helper: Page): Promise<void> {
	await helper.goto('/desk');
	await follow(helper, 'Rita Esempio');
	await press(helper, 'Continua la bozza');
	await expect(banner(helper)).toContainText('Stai lavorando per Rita Esempio.');
}

async function openIncome(helper: Page): Promise<void> {
	await openDraft(helper);
	await helper.locator('a[href$="/income"]').click();
	await expectTitle(helper, 'ISEE e patrimonio');
}

/** Rita ends the mandate of the helper's organisation. */
async function revoke(rita: Page): Promise<void> {
	await rita.goto('/my/mandates');
	await follow(rita, 'Porta Aperta (associazione inventata)');
	await press(rita, 'Togli il mandato');
}

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled, actionTimeout: 20_000 });

		test('a helper writes for a person, who reads it; after the revocation nothing is taken and nothing typed is lost', async ({
			browser
		}) => {
			const [helper, rita] = [await person(browser, 'operatore'), await person(browser, 'richiedente2')];
			await openIncome(helper);
			await helper.fill('[name=isee]', '8.750,00');
			await press(helper, 'Salva e continua');
			await expectTitle(helper, 'Di che cosa hai bisogno');
			await helper.goto('/my');
			await expectTitle(helper, 'Rita Esempio');
			await press(helper, 'Continua la bozza');
			await expect(helper.locator('main')).toContainText('8.750,00');
			// Nothing is sent without the code that Rita reads out.
			await expect(helper.getByRole('button', { name: 'Manda il codice a Rita Esempio' })).toBeVisible();

			await helper.locator('a[href$="/income"]').click();
			await helper.fill('[name=isee]', '7.777,00');
			await revoke(rita);
			await expect(rita.locator('main')).toContainText('Ha scritto in una domanda da finire');
			await expect(rita.locator('main')).toContainText('Omar Esempio');
			await helper.getByRole('button', { name: 'Salva e continua' }).click();
			await expect(helper.locator('main')).toContainText('La persona ha tolto il mandato. Non abbiamo salvato niente.');
			if (javaScriptEnabled) await expect(helper.locator('[name=isee]')).toHaveValue('7.777,00');
			else await expect(helper.locator('main')).toContainText('7.777,00');
			await helper.goto('/my/documents');
			await expect(helper).toHaveURL(/\/desk\/mandates\//);
			await expect(banner(helper)).toHaveCount(0);
		});

		test('a form of a person for whom the helper no longer works is not taken, and what was typed comes back', async ({
			browser
		}) => {
			const helper = await person(browser, 'operatore');
			await openIncome(helper);
			await helper.fill('[name=isee]', '6.666,00');
			const other = await helper.context().newPage();
			await other.goto('/desk');
			await banner(other).getByRole('button', { name: 'Smetti' }).click();
			await expect(banner(other)).toHaveCount(0);
			await helper.getByRole('button', { name: 'Salva e continua' }).click();
			await expect(helper.locator('main')).toContainText('Adesso non lavori per nessuno.');
			if (javaScriptEnabled) await expect(helper.locator('[name=isee]')).toHaveValue('6.666,00');
			else await expect(helper.locator('main')).toContainText('6.666,00');
		});
	});

/** A mandate of a person without an account, who tells the code that came by mail. */
async function newHousehold(helper: Page, portal: Portal, name: string, email: string): Promise<void> {
	await helper.goto('/desk');
	await follow(helper, 'Prepara un mandato');
	await helper.fill('[name=name]', name);
	await helper.fill('[name=email]', email);
	await helper.getByRole('radio', { name: 'Un mese' }).check();
	await press(helper, 'Chiedi il sì della persona');
	await helper.fill('[name=code]', await nextCode(portal, email, new Set()));
	await press(helper, 'Conferma');
	await press(helper, 'Comincia');
	await expect(banner(helper)).toContainText(`Stai lavorando per ${name}.`);
}

test.describe('a caseworker', () => {
	test.use({ javaScriptEnabled: false, actionTimeout: 20_000 });

	test('prepares three households, sends one with its own yes, and is refused at once when the person ends the mandate', async ({
		browser,
		portal
	}) => {
		const helper = await person(browser, 'operatore');
		await newHousehold(helper, portal, 'Amina Esempio', 'amina@nuova.example');
		await newHousehold(helper, portal, 'Bruno Esempio', 'bruno@nuova.example');
		await openDraft(helper);

		// The code is for these answers, and a wrong one sends nothing.
		const seen = new Set<string>();
		const rita = 'richiedente2@chiavi.example';
		for (const box of await helper.getByRole('checkbox').all()) await box.check();
		await press(helper, 'Manda il codice a Rita Esempio');
		await expect(helper.locator('main')).toContainText('Il codice è partito per l’e-mail di Rita Esempio.');
		const code = await nextCode(portal, rita, seen);
		for (const box of await helper.getByRole('checkbox').all()) await box.check();
		await helper.fill('[name=code]', String((Number(code) + 1) % 1_000_000).padStart(6, '0'));
		await press(helper, 'Invia la domanda');
		await expect(helper.locator('main')).toContainText('Il codice non è giusto.');
		for (const box of await helper.getByRole('checkbox').all()) await box.check();
		await helper.fill('[name=code]', code);
		await press(helper, 'Invia la domanda');
		await expect(helper).toHaveURL(/\/receipt$/);

		const own = await person(browser, 'richiedente2');
		await own.goto('/my/mandates');
		await follow(own, 'Porta Aperta (associazione inventata)');
		await expect(own.locator('main')).toContainText('Omar Esempio');
		await press(own, 'Togli il mandato');
		await helper.reload();
		await expect(helper).toHaveURL(/\/desk\/mandates\//);
		await expect(helper.locator('main')).toContainText('Da allora non vedi più la domanda.');
	});

	test('sends with the sheet that the person signed, which the person and the office find with who uploaded it', async ({
		browser
	}) => {
		const helper = await person(browser, 'operatore');
		await openDraft(helper);
		await press(helper, 'Usa una firma su carta');
		await expectTitle(helper, 'Firma su carta');
		const href = await helper.getByRole('link', { name: 'Scarica il foglio da firmare (PDF)' }).getAttribute('href');
		const sheet = await (await helper.request.get(href!)).body();
		const text = await pdfText(sheet);
		expect(text).toContain('Firma di Rita Esempio');
		const number = /Numero del foglio: (\S{4}-\S{4})/.exec(text)![1]!;
		const upload = async (typed: string) => {
			await helper.fill('[name=number]', typed);
			await helper.setInputFiles('[name=sheet]', { name: 'firmato.pdf', mimeType: 'application/pdf', buffer: sheet });
			await press(helper, 'Invia la domanda');
		};
		await upload('0000-0000');
		await expect(helper.locator('main')).toContainText('Non abbiamo fatto niente.');
		await expect(helper.locator('[name=number]')).toHaveValue('0000-0000');
		await upload(number.toLowerCase().replace('-', ' '));
		await expect(helper).toHaveURL(/\/receipt$/);

		const rita = await person(browser, 'richiedente2');
		await rita.goto('/my/mandates');
		await follow(rita, 'Porta Aperta (associazione inventata)');
		await expect(rita.locator('main')).toContainText('Sì a: mandare la domanda, con una firma su carta.');
		await expect(rita.locator('main')).toContainText('foglio caricato da Omar Esempio');
		await follow(rita, 'Guarda il foglio firmato');
		await expectTitle(rita, 'Altro documento');
		await expect(rita.locator('main')).toContainText(`foglio ${number}`);
	});

	test('starts drafts from a file: nothing before the check, good rows without the others, nothing twice', async ({
		browser,
		portal
	}) => {
		const helper = await person(browser, 'operatore');
		await newHousehold(helper, portal, 'Carla Esempio', 'carla@nuova.example');
		await helper.goto('/desk');
		await follow(helper, 'Carla Esempio');
		const mandate = new URL(helper.url()).pathname.split('/').at(-1)!;
		const file = [
			'mandato;avviso;nascita;parentela_2;nascita_2;cittadinanza',
			`${mandate};AGENZIA-2;14/05/1986;figlia;3/2/2014;`,
			';AGENZIA-2;31/02/1980;nipote;;'
		].join('\n');
		const upload = async () => {
			await helper.goto('/desk/drafts');
			const buffer = Buffer.from(file, 'latin1');
			await helper.setInputFiles('[name=file]', { name: 'famiglie.csv', mimeType: 'text/csv', buffer });
			await press(helper, 'Controlla il file');
		};
		await upload();
		await expect(helper.getByRole('heading', { name: 'C’è una riga a posto' })).toBeVisible();
		await expect(helper.locator('main')).toContainText('Non è una data che esiste.');
		const [wrong] = await Promise.all([
			helper.waitForEvent('download'),
			helper.getByRole('button', { name: 'Scarica le righe da correggere' }).click()
		]);
		expect(wrong.suggestedFilename()).toBe('chiavi-righe-da-correggere.csv');
		await press(helper, 'Comincia una bozza');
		await expect(helper.locator('main')).toContainText('Hai cominciato una bozza.');
		await upload();
		await expect(helper.locator('main')).toContainText('C’è già una bozza per questo avviso.');
		await expect(helper.getByRole('heading', { name: 'Nessuna riga è a posto' })).toBeVisible();
	});
});
