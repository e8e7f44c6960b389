import type { Page } from '@playwright/test';
import { expectAccessible, expectGoodAtEveryWidth } from '../../support/accessible';
import { expect, readingTest as test } from '../../support/portal';
import { signIn } from '../../support/sign-in';

test.setTimeout(240_000);

const SAME = 'Il risultato è quello pubblicato, byte per byte';
const DIFFERENT = 'C’è una differenza: questo non è il risultato pubblicato';

async function recompute(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Ricalcola adesso' }).click();
}

test('a published round is recomputed in the browser: same, signed, accessible on a phone, and no wider than any screen', async ({
	page
}) => {
	const workers: string[] = [];
	page.on('worker', (worker) => workers.push(new URL(worker.url()).pathname));
	await page.goto('/verify');
	expect(workers).toEqual([]);
	await recompute(page);
	const verdict = page.getByRole('status').filter({ hasText: SAME });
	await expect(verdict).toBeVisible({ timeout: 30_000 });
	await expect(verdict).toContainText('Il risultato rifatto dai dati pubblici: uguale');
	await expect(verdict).toContainText('Il numero pubblico segue da quello che è stato estratto: uguale');
	await expect(verdict).toContainText('Le ricevute danno la radice dichiarata: uguale');
	await expect(verdict).toContainText('La firma dell’agenzia sulla dichiarazione è valida.');
	expect(workers).toHaveLength(1);
	await expectGoodAtEveryWidth(page);
});

test('a changed file is reported different, whoever changed it', async ({ page }) => {
	await page.goto('/verify');
	const address = await page.getByRole('link', { name: 'result.json' }).first().getAttribute('href');
	const result = await (await page.request.get(address!)).text();
	const changed = result.replace(/"place":1([,}])/, '"place":2$1');
	expect(changed).not.toBe(result);
	await page.getByText('Hai già i documenti? Usa i tuoi').click();
	const file = { name: 'result.json', mimeType: 'application/json', buffer: Buffer.from(changed) };
	await page.getByLabel('Il tuo result.json').setInputFiles(file);
	await recompute(page);
	const verdict = page.getByRole('alert').filter({ hasText: DIFFERENT });
	await expect(verdict).toBeVisible({ timeout: 30_000 });
	await expect(verdict).toContainText('Il risultato rifatto dai dati pubblici: diverso');
	await expectAccessible(page);
});

test('what is served changed is reported too', async ({ page }) => {
	await page.context().route('**/statement.txt', async (route) => {
		const answer = await route.fetch();
		await route.fulfill({ response: answer, body: (await answer.text()).replace('version', 'version 1') });
	});
	await page.goto('/verify');
	await recompute(page);
	await expect(page.getByRole('alert').filter({ hasText: DIFFERENT })).toContainText('non è valida', {
		timeout: 30_000
	});
});

test('a household proves from its receipt that its request was in, and nothing of it is sent', async ({ page }) => {
	await signIn(page, 'richiedente');
	await page.goto('/my');
	await page.locator('main').getByRole('link', { name: 'Vedi la domanda' }).first().click();
	await page.getByRole('link', { name: 'Vedi e stampa la ricevuta' }).click();
	const codes = page.getByRole('region', { name: 'La ricevuta' }).locator('code');
	const [leaf, salt] = [await codes.nth(0).innerText(), await codes.nth(1).innerText()];
	await page.getByText('Quello che hai dichiarato, come è stato calcolato').click();
	const declared = await page.locator('details code').innerText();
	await page.getByRole('link', { name: 'Controlla la ricevuta da te' }).click();

	const sent: string[] = [];
	page
		.context()
		.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
	await page.getByLabel('Sale').fill(salt);
	await page.getByLabel('Quello che hai dichiarato').fill(declared);
	const check = () => page.getByRole('button', { name: 'Controlla la ricevuta' }).click();
	await check();
	await expect(page.getByRole('status').filter({ hasText: 'era dentro alla chiusura' })).toContainText(leaf);
	await expectAccessible(page);

	await page
		.getByLabel('Quello che hai dichiarato')
		.fill(declared.replace(/"format":"declared\/\d"/, '"format":"declared/9"'));
	await check();
	await expect(page.getByRole('alert')).toContainText('non è tra quelle della chiusura');
	await page.getByLabel('Impronta (SHA-256)').fill(leaf);
	await check();
	await expect(page.getByRole('status').filter({ hasText: 'era dentro alla chiusura' })).toBeVisible();
	expect(sent.length).toBeGreaterThan(0);
	for (const request of sent) for (const secret of [salt, leaf, 'declared']) expect(request).not.toContain(secret);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a row is found by its code, and the commands and files are there', async ({ page }) => {
		await page.goto('/rankings');
		await page
			.locator('main')
			.getByRole('link', { name: /primo avviso/ })
			.first()
			.click();
		const pseudonym = (await page.locator('tbody th').first().innerText()).trim();
		await page.getByRole('link', { name: 'Ricalcola nel tuo browser' }).click();
		await page.getByLabel('Il codice della tua domanda').fill(pseudonym.toLowerCase());
		await page.getByRole('button', { name: 'Cerca' }).click();
		await expect(page.locator('main')).toContainText(`Domanda ${pseudonym}`);
		await expect(page.locator('main')).toContainText('ottenuto');
		await expect(page.getByText('openssl pkeyutl -verify')).toBeVisible();
		for (const name of ['round.json', 'result.json', 'statement.txt', 'receipts.txt']) {
			const address = await page.getByRole('link', { name }).first().getAttribute('href');
			expect((await page.request.get(address!)).status(), name).toBe(200);
		}
	});
});
