import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible, expectGoodAtEveryWidth } from '../../support/accessible';
import { pdfText } from '../../support/pdf-text';
import { expect, readingTest as test } from '../../support/portal';
import { signIn } from '../../support/sign-in';

test.setTimeout(240_000);

const SAME = 'Il tuo esito è quello dell’ordine firmato dall’agenzia';
const DIFFERENT = 'C’è una differenza: questo file non prova il tuo esito';

/** The proof file of the demo applicant, downloaded from the page of the request. */
async function ownProof(page: Page): Promise<string> {
	await signIn(page, 'richiedente');
	await page.goto('/my');
	await page.locator('main').getByRole('link', { name: 'Vedi la domanda' }).first().click();
	const address = await page.getByRole('link', { name: 'Scarica il tuo file di prova' }).getAttribute('href');
	const answer = await page.request.get(address!);
	expect(answer.status()).toBe(200);
	return answer.text();
}

async function check(page: Page, text: string): Promise<void> {
	await page.goto('/verify');
	const file = { name: 'prova.json', mimeType: 'application/json', buffer: Buffer.from(text) };
	await page.getByLabel('Il tuo file di prova').setInputFiles(file);
	await page.getByRole('button', { name: 'Controlla il file' }).click();
}

test('a household checks its own outcome in the browser, and nothing of its file is sent', async ({ page }) => {
	const proof = await ownProof(page);
	const sent: string[] = [];
	page.context().on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
	await check(page, proof);
	const verdict = page.getByRole('status').filter({ hasText: SAME });
	await expect(verdict).toContainText('La tua domanda era dentro alla chiusura: sì', { timeout: 30_000 });
	await expect(verdict).toContainText('La firma dell’agenzia sulla dichiarazione è valida.');
	await expect(verdict).toContainText('è la tua casa');
	await expectGoodAtEveryWidth(page);
	const { pseudonym } = JSON.parse(proof) as { pseudonym: string };
	for (const request of sent) expect(request).not.toContain(pseudonym);
});

test('a changed proof file does not hold', async ({ page }) => {
	const proof = await ownProof(page);
	await check(
		page,
		proof.replace(/"own":\{"position":(\d+)/, (_, position) => `"own":{"position":${Number(position) + 1}`)
	);
	await expect(page.getByRole('alert').filter({ hasText: DIFFERENT })).toBeVisible({ timeout: 30_000 });
	await expectAccessible(page);
});

test('a file that the portal serves changed is reported too', async ({ page }) => {
	const proof = await ownProof(page);
	await page.context().route('**/statement.txt', async (route) => {
		const answer = await route.fetch();
		await route.fulfill({ response: answer, body: (await answer.text()).replace('kind final', 'kind corrected') });
	});
	await check(page, proof);
	await expect(page.getByRole('alert').filter({ hasText: DIFFERENT })).toContainText('non è valida', {
		timeout: 30_000
	});
});

test('a household proves from its receipt that its request was in, and nothing of it is sent', async ({ page }) => {
	await signIn(page, 'richiedente');
	await page.goto('/my');
	await page.locator('main').getByRole('link', { name: 'Vedi la domanda' }).first().click();
	await page.getByRole('link', { name: 'Rileggi le tue risposte e stampa la ricevuta' }).click();
	const codes = page.locator('section[aria-labelledby=proof] code');
	const [leaf, salt] = [await codes.nth(0).innerText(), await codes.nth(1).innerText()];
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Scarica in PDF' }).click();
	const pdf = await pdfText(await readFile(await (await download).path()));
	for (const words of ['La tua domanda è arrivata', 'Le tue risposte', leaf, salt]) expect(pdf).toContain(words);
	await page.getByText('Le tue risposte, nella forma che serve per il controllo').click();
	const declared = await page.locator('section[aria-labelledby=proof] details code').innerText();
	await page.getByRole('link', { name: 'Controlla la ricevuta da te' }).click();

	const sent: string[] = [];
	page
		.context()
		.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
	await page.getByLabel('Codice segreto').fill(salt);
	await page.getByLabel('Le tue risposte, nella forma che serve per il controllo').fill(declared);
	const check = () => page.getByRole('button', { name: 'Controlla la ricevuta' }).click();
	await check();
	await expect(page.getByRole('status').filter({ hasText: 'era dentro alla chiusura' })).toContainText(leaf);
	await expectAccessible(page);

	await page
		.getByLabel('Le tue risposte, nella forma che serve per il controllo')
		.fill(declared.replace(/"format":"declared\/\d"/, '"format":"declared/9"'));
	await check();
	await expect(page.getByRole('alert')).toContainText('non è tra quelle della chiusura');
	await page.getByLabel('Codice della ricevuta (SHA-256)').fill(leaf);
	await check();
	await expect(page.getByRole('status').filter({ hasText: 'era dentro alla chiusura' })).toBeVisible();
	expect(sent.length).toBeGreaterThan(0);
	for (const request of sent) for (const secret of [salt, leaf, 'declared']) expect(request).not.toContain(secret);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a place is found by its code, without a home beside it; the commands and files are there', async ({ page }) => {
		await page.goto('/rankings');
		await page
			.locator('main')
			.getByRole('link', { name: /primo avviso/ })
			.first()
			.click();
		const pseudonym = (await page.locator('tbody th').first().innerText()).trim();
		await page.getByLabel('Il codice della tua domanda').fill(pseudonym.toLowerCase());
		await page.getByRole('button', { name: 'Cerca' }).click();
		await expect(page.locator('main')).toContainText(`La domanda ${pseudonym} è al posto 1`);
		await page.getByRole('link', { name: 'Controlla il tuo esito' }).click();
		await expect(page.getByText('openssl pkeyutl -verify')).toBeVisible();
		for (const name of ['publication.json', 'statement.txt', 'receipts.txt']) {
			const address = await page.getByRole('link', { name }).first().getAttribute('href');
			expect((await page.request.get(address!)).status(), name).toBe(200);
		}
	});
});
