import { readFile } from 'node:fs/promises';
import { expectGoodAtEveryWidth } from '../../support/accessible';
import { pdfPages } from '../../support/pdf-text';
import { expect, journeyTest as test } from '../../support/portal';
import { signIn } from '../../support/sign-in';
import { expectTitle, follow, person, press } from '../../support/steps/person';

const SAFE = 'Rita del centro di via Piacenza';

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('letters are printed and posted; a protected household is told by its safe contact alone', async ({
		browser,
		page: officer
	}) => {
		const applicant = await person(browser, 'richiedente', { javaScriptEnabled: false });
		await applicant.goto('/account/contact');
		await applicant.fill('[name=safeContact]', SAFE);
		await applicant.check('[name=ordinaryWays][value=nothing]');
		await press(applicant, 'Salva i dati');
		await expect(applicant.locator('main')).toContainText('I tuoi dati sono salvati');

		await signIn(officer, 'funzionario');
		await officer.goto('/staff/offers');
		await follow(officer, 'Alloggi ripristinati dell’agenzia, primo avviso');
		await follow(officer, 'Registra risposte arrivate in ufficio');
		for (const box of await officer.locator('[name=offer]').all()) await box.check();
		await officer.check('[name=answer][value=accepted]');
		await officer.check('[name=channel][value=letter]');
		await officer.fill('[name=evidence]', 'prot. 1');
		await press(officer, 'Guarda che cosa succede');
		await press(officer, /^Registra/);
		await expect(officer.locator('main')).toContainText('Hai registrato');

		await officer.goto('/staff/letters');
		const letters = await officer.locator('[name=letter]').count();
		await expect(officer.locator('main')).not.toContainText(SAFE);
		await expect(officer.locator('main')).not.toContainText('Nadia Esempio');
		const kept = officer.locator('[name=message][type=radio]');
		const apart = await kept.count();
		expect(apart).toBeGreaterThan(0);
		await kept.first().check();
		await officer.fill('[name=reason]', 'boh');
		await press(officer, 'Apri il recapito sicuro');
		await expect(officer.getByRole('alert')).toContainText('Scrivi il motivo');
		await expect(officer.locator('[name=reason]')).toHaveValue('boh');
		await officer.fill('[name=reason]', 'comunicare che la risposta è registrata');
		await press(officer, 'Apri il recapito sicuro');
		await expect(officer.locator('main')).toContainText(SAFE);

		await follow(officer, 'Stampale dal browser, senza PDF');
		await expectTitle(officer, 'Lettere da stampare');
		const sheets = officer.locator('article.letter');
		expect(await sheets.count()).toBeLessThan(letters);
		await expect(sheets.first()).toContainText('Telefono');
		await expect(officer.locator('main')).not.toContainText('Nadia');
		await officer.goto('/staff/letters');
		await press(officer, 'Prepara il PDF di queste lettere');
		await expect(officer.locator('main')).toContainText('Le stampa Franca');
		const file = officer.waitForEvent('download');
		await officer.getByRole('link', { name: /^Lettere da 1 a / }).click();
		const pdf = await readFile(await (await file).path());
		const pages = await pdfPages(pdf);
		expect(pages).toHaveLength(letters - apart);
		expect(pages.join(' ')).toContain('Telefono');
		expect(pages.join(' ')).not.toMatch(/Nadia|Rita/);
		await press(officer, 'Segna tutte come spedite');
		await expect(officer.locator('main')).not.toContainText('Lettere preparate');
		await press(officer, 'Segna come spedite');
		await expect(officer.locator('main')).toContainText('Nessuna lettera da spedire');

		await applicant.goto('/my');
		await follow(applicant, 'Chi ha guardato i tuoi dati');
		await expect(applicant.locator('main')).toContainText('comunicare che la risposta è registrata');
	});
});

test('the pages of letters are good at every width', async ({ page, browser }) => {
	const applicant = await person(browser, 'richiedente');
	await applicant.goto('/account/contact');
	await applicant.fill('[name=safeContact]', SAFE);
	await applicant.check('[name=ordinaryWays][value=nothing]');
	await press(applicant, 'Salva i dati');
	await expect(applicant.locator('main')).toContainText('I tuoi dati sono salvati');
	await signIn(page, 'funzionario');
	await page.goto('/staff/offers');
	await follow(page, 'Alloggi ripristinati dell’agenzia, primo avviso');
	await follow(page, 'Registra risposte arrivate in ufficio');
	await page.waitForURL(/answers/);
	for (const box of await page.locator('[name=offer]').all()) await box.check();
	await page.check('[name=answer][value=accepted]');
	await page.check('[name=channel][value=letter]');
	await page.fill('[name=evidence]', 'prot. 1');
	await press(page, 'Guarda che cosa succede');
	await press(page, /^Registra/);
	await expect(page.locator('main')).toContainText('Hai registrato');
	for (const path of ['/staff/letters', '/staff/letters/print']) {
		await page.goto(path);
		await expectGoodAtEveryWidth(page);
	}
	await page.goto('/staff/letters');
	await press(page, 'Prepara il PDF di queste lettere');
	await expect(page.locator('main')).toContainText('Lettere preparate');
	await expectGoodAtEveryWidth(page);
});
