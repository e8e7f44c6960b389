import { expectGoodAtEveryWidth } from '../../support/accessible';
import { expect, journeyTest as test } from '../../support/portal';
import { signIn } from '../../support/sign-in';
import { follow, person, press } from '../../support/steps/person';

const OURS = 'leggi la proposta qui: {link}\n\nRispondi entro {deadline}, altrimenti scade.';

test('the agency writes its own words for a message; a second person approves them', async ({ browser, page }) => {
	const officer = await person(browser, 'funzionario', { javaScriptEnabled: false });
	await officer.goto('/staff/messages');
	await follow(officer, /^italiano: Hai una proposta/);
	await officer.waitForURL(/messages\/offer_made\/it/);

	await officer.fill('[name=text]', 'rispondi entro {deadline}, {nome}');
	await press(officer, 'Guarda l’anteprima');
	await expect(officer.getByRole('alert')).toContainText('Il portale non conosce: {nome}.');
	await expect(officer.getByRole('alert')).toContainText('Nel testo manca: {link}.');
	await expect(officer.locator('[name=text]')).toHaveValue('rispondi entro {deadline}, {nome}');

	await officer.fill('[name=text]', OURS);
	await press(officer, 'Guarda l’anteprima');
	const preview = 'Rispondi entro mercoledì 2 dicembre 2026, fine giornata, altrimenti scade.';
	await expect(officer.locator('main')).toContainText(preview);
	await press(officer, 'Proponi questo testo');
	await expect(officer.locator('main')).toContainText('La approva un dirigente');
	await expect(officer.getByRole('button', { name: 'Approva' })).toHaveCount(0);

	await signIn(page, 'dirigente');
	await page.goto('/staff?queue=approve-message-text');
	await page.locator('main a[href*="offer_made"]').first().click();
	await page.waitForURL(/messages\/offer_made\/it/);
	await expect(page.locator('main')).toContainText(preview);
	await expectGoodAtEveryWidth(page);
	await press(page, 'Approva');
	await expect(page.locator('main')).toContainText('Testo dell’agenzia, dal');
	await expect(page.locator('main')).toContainText('approvato da');
	await expectGoodAtEveryWidth(page);
});
