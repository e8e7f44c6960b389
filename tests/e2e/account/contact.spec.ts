import type { Page } from '@playwright/test';
import { expectGoodAtEveryWidth } from '../../support/accessible';
import { expect, journeyTest as test } from '../../support/portal';
import { openReadyRequest } from '../../support/steps/apply';
import { expectTitle, follow, press } from '../../support/steps/person';
import { signIn } from '../../support/sign-in';

const PHONE = { width: 360, height: 740 };
const card = (page: Page) => page.getByRole('region', { name: 'Come ti troviamo' });

test.describe('on a phone without scripts', () => {
	test.use({ viewport: PHONE, javaScriptEnabled: false });

	test('a person corrects their details on the way to sending, keeps what was typed, and comes back', async ({
		page
	}) => {
		await signIn(page, 'richiedente2');
		await openReadyRequest(page);
		await expect(card(page)).toContainText('Rita Esempio');
		await follow(page, 'Cambia i tuoi dati');
		await expectTitle(page, 'I tuoi dati');
		await page.fill('[name=phone]', '');
		await page.fill('[name=taxCode]', 'spmrti80a41f205x');
		await press(page, 'Salva i dati');
		await expect(page.locator('main').getByRole('alert')).toContainText('Scrivi il numero a cui vuoi le notizie');
		await expect(page.locator('[name=taxCode]')).toHaveValue('spmrti80a41f205x');
		await page.fill('[name=phone]', '3339876543');
		await press(page, 'Salva i dati');
		await expect(page.getByRole('status')).toContainText('I tuoi dati sono salvati.');
		await expect(page.locator('main')).toContainText('Il cognome e il codice fiscale non vanno insieme.');
		await follow(page, 'Torna dov’eri');
		await expectTitle(page, 'Controlla e invia');
		await expect(card(page)).toContainText('+39 333 987 6543');
	});
});

test('the page of one’s details fits every width, also with its errors', async ({ page }) => {
	await signIn(page, 'proprietario');
	await page.goto('/account/contact');
	await expectGoodAtEveryWidth(page);
	await page.fill('[name=givenName]', '');
	await press(page, 'Salva i dati');
	await expect(page.locator('main').getByRole('alert')).toContainText('Scrivi il tuo nome.');
	await expectGoodAtEveryWidth(page);
});
