import { aPicture } from '../../support/builders/paper';
import { expectGoodAtEveryWidth } from '../../support/accessible';
import { answerAll } from '../../support/steps/apply';
import { expect, journeyTest as test } from '../../support/portal';
import { signIn } from '../../support/sign-in';
import { expectTitle, follow, press, send } from '../../support/steps/person';
import type { Page } from '@playwright/test';

const AMINA = 'Amina El Fassi';

async function openRecord(page: Page): Promise<void> {
	await signIn(page, 'funzionario');
	await page.goto('/staff/desk');
	await page.fill('[name=givenName]', 'Amina');
	await page.fill('[name=familyName]', 'El Fassi');
	await page.check('[name=channel][value=letter]');
	await press(page, 'Comincia a registrare');
	await expect(page.getByRole('alert')).toContainText('Scrivi che cosa lo prova');
	await expect(page.locator('[name=givenName]')).toHaveValue('Amina');
	await page.fill('[name=evidence]', 'prot. 4412');
	await press(page, 'Comincia a registrare');
	await expectTitle(page, AMINA);
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled });

		test('an officer sends a request for a household without an account, with its signed sheet', async ({ page }) => {
			test.slow();
			await openRecord(page);
			const record = page.url();
			await follow(page, 'Scrivi la domanda');
			await expect(page.getByText(`Stai registrando per ${AMINA}`)).toBeVisible();
			await answerAll(page);
			await follow(page, 'Scrivi i tuoi dati');
			await page.fill('[name=street]', 'Via Inventata 7');
			await page.fill('[name=town]', 'Milano');
			await press(page, 'Salva i dati');
			await page.goto(record);
			await follow(page, /Continua la bozza/);
			await expect(page.locator('main')).toContainText('Non c’è ancora un foglio firmato');
			await send(page, 'Invia la domanda');
			await expect(page.getByRole('alert')).toContainText('Senza la firma non si invia');
			await follow(page, 'Stampa e carica il foglio firmato');
			await expectTitle(page, 'Dichiarazioni firmate');
			await page.setInputFiles('[name=sheet]', {
				...{ name: 'firma.png', mimeType: 'image/png' },
				buffer: await aPicture().png().toBuffer()
			});
			await press(page, 'Carica il foglio');
			await expectTitle(page, 'Controlla e invia');
			await page.check('[name=declared]');
			await press(page, 'Invia la domanda');
			await expectTitle(page, 'La tua domanda è arrivata');
			await page.goto(record);
			await expect(page.locator('main')).toContainText('Ha già la domanda');
		});

		test('a form that is sent after the record has ended is handed back', async ({ page, context }) => {
			await openRecord(page);
			const record = page.url();
			await follow(page, 'Scrivi la domanda');
			await expectTitle(page, 'Chi vive con te');
			const other = await context.newPage();
			await other.goto(record);
			await send(other, 'Ho finito');
			await page.fill('[name=birthDate]', '1957-03-18');
			await send(page, 'Salva e continua');
			await expect(page.locator('main')).toContainText('La registrazione è finita');
		});
	});
}

test('the pages of the desk are good at every width', async ({ page }) => {
	await openRecord(page);
	await expectGoodAtEveryWidth(page);
	await page.goto('/staff/desk');
	await expectGoodAtEveryWidth(page);
});
