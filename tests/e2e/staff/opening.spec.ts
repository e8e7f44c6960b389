import type { Page } from '@playwright/test';
import { verifySealed } from '../../../src/lib/domain/publication/verify-sealed';
import { expectGoodAtEveryWidth } from '../../support/accessible';
import { expect, fileTest as test } from '../../support/portal';
import { signIn, signOut } from '../../support/sign-in';

test.describe.configure({ mode: 'default' });
test.use({ javaScriptEnabled: false });

const reason = 'controllo annuale a campione';

/** What the page of an opened version offers for download, by name. */
async function downloads(page: Page): Promise<Record<string, string>> {
	const files: Record<string, string> = {};
	for (const link of await page.locator('main a[download]').all()) {
		const answer = await page.request.get((await link.getAttribute('href'))!);
		expect(answer.status()).toBe(200);
		files[await link.innerText()] = await answer.text();
	}
	return files;
}

let address: string;

test('an auditor opens a sealed ranking with a reason and recomputes it, without a script', async ({ page }) => {
	await signIn(page, 'revisore');
	await page.goto('/audit');
	await page.getByRole('link', { name: 'Graduatorie da controllare' }).click();
	await page.locator('main tbody a').first().click();
	address = page.url();
	expect((await page.request.get(`${address}/round.json`)).status()).toBe(404);

	const field = page.getByLabel('Perché apri i dati');
	await field.fill('boh');
	await page.getByRole('button', { name: 'Apri i dati' }).click();
	await expect(page.getByRole('alert')).toContainText('almeno 10 lettere');
	await expect(field).toHaveValue('boh');
	await field.fill(reason);
	await page.getByRole('button', { name: 'Apri i dati' }).click();
	await expect(page.getByText('I dati sono aperti per te')).toBeVisible();
	await expect(page.locator('main')).toContainText(reason);

	const { 'round.json': round, 'result.json': result, 'secrets.json': secrets, ...published } = await downloads(page);
	const { 'statement.txt': statement, 'publication.json': publication, 'set-asides.json': plan } = published;
	const opened = {
		round: round!,
		result: result!,
		secrets: secrets!,
		statement: statement!,
		publication: publication!
	};
	const found = verifySealed({ ...opened, plan });
	expect(found.filter(({ finding }) => finding !== 'same')).toEqual([]);
});

test('the office and the household see that it was opened, and not why; nobody else downloads it', async ({ page }) => {
	await signIn(page, 'funzionario');
	expect((await page.request.get(`${address}/round.json`)).status()).toBe(403);
	await page.goto('/staff/rounds');
	await page
		.locator('main')
		.getByRole('link', { name: /primo avviso/ })
		.first()
		.click();
	await expect(page.locator('main')).toContainText('Un revisore ha aperto i dati completi');
	await expect(page.locator('main')).not.toContainText(reason);

	await signOut(page);
	await signIn(page, 'richiedente');
	await page.goto('/my');
	await page.locator('main').getByRole('link', { name: 'Vedi la domanda' }).first().click();
	await expect(page.locator('main')).toContainText('Chi ha controllato la graduatoria');
	await expect(page.locator('main')).not.toContainText(reason);
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
