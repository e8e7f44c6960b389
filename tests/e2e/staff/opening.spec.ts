import { verifySealed } from '../../../src/lib/domain/publication/verify-sealed';
import { expectGoodAtEveryWidth } from '../../support/accessible';
import { expect, fileTest as test } from '../../support/portal';
import { signIn, signOut } from '../../support/sign-in';

test.describe.configure({ mode: 'default' });
test.use({ javaScriptEnabled: false });

test('an auditor opens a sealed ranking with a reason and recomputes it; office and household see that it was opened', async ({
	page
}) => {
	await signIn(page, 'revisore');
	await page.goto('/audit');
	await page.getByRole('link', { name: 'Graduatorie da controllare' }).click();
	await page.locator('main tbody a').first().click();
	const address = page.url();
	expect((await page.request.get(`${address}/round.json`)).status()).toBe(404);

	await page.getByLabel('Perché apri i dati').fill('boh');
	await page.getByRole('button', { name: 'Apri i dati' }).click();
	await expect(page.getByRole('alert')).toContainText('almeno 10 lettere');
	await expect(page.getByLabel('Perché apri i dati')).toHaveValue('boh');
	await page.getByLabel('Perché apri i dati').fill('controllo annuale a campione');
	await page.getByRole('button', { name: 'Apri i dati' }).click();
	await expect(page.getByText('I dati sono aperti per te')).toBeVisible();
	await expect(page.locator('main')).toContainText('controllo annuale a campione');

	const files: Record<string, string> = {};
	for (const link of await page.locator('main a[download]').all()) {
		const answer = await page.request.get((await link.getAttribute('href'))!);
		expect(answer.status()).toBe(200);
		files[await link.innerText()] = await answer.text();
	}
	const found = verifySealed({
		round: files['round.json']!,
		result: files['result.json']!,
		secrets: files['secrets.json']!,
		statement: files['statement.txt']!,
		publication: files['publication.json']!,
		plan: files['set-asides.json']!
	});
	expect(found.filter(({ finding }) => finding !== 'same')).toEqual([]);

	await signOut(page);
	await signIn(page, 'funzionario');
	expect((await page.request.get(`${address}/round.json`)).status()).toBe(403);
	await page.goto('/staff/rounds');
	await page
		.locator('main')
		.getByRole('link', { name: /primo avviso/ })
		.first()
		.click();
	await expect(page.locator('main')).toContainText('Un revisore ha aperto i dati completi');

	await signOut(page);
	await signIn(page, 'richiedente');
	await page.goto('/my');
	await page.locator('main').getByRole('link', { name: 'Vedi la domanda' }).first().click();
	await expect(page.locator('main')).toContainText('Chi ha controllato la graduatoria');
	await expect(page.locator('main')).not.toContainText('controllo annuale');
});

test.describe('looked at', () => {
	test.use({ javaScriptEnabled: true });
	test('the pages of an opening are good at every width', async ({ page }) => {
		await signIn(page, 'revisore');
		await page.goto('/audit/rounds');
		await expectGoodAtEveryWidth(page);
		await page.locator('main tbody a').first().click();
		await page.waitForURL(/audit\/rounds\/./);
		await expectGoodAtEveryWidth(page);
	});
});
