import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectGoodAtEveryWidth } from '../../support/accessible';
import { aPdf, aPicture } from '../../support/builders/paper';
import { cutLine, halfAFile } from '../../support/cut-line';
import { expect, journeyTest as test } from '../../support/portal';
import { expectTitle, follow, press, send } from '../../support/steps/person';
import { signIn } from '../../support/sign-in';
import { filesOf } from '../../support/world';

const PHONE = { width: 360, height: 740 };

test.describe('on a phone without scripts', () => {
	test.use({ viewport: PHONE, javaScriptEnabled: false });

	test('a person sends two pages, corrects the date, downloads a page, and removes the document', async ({ page }) => {
		await signIn(page, 'richiedente2');
		await page.goto('/my');
		await follow(page, 'Vai ai tuoi documenti');
		await expect(page.locator('main')).toContainText('Ancora nessun documento');
		await page.selectOption('[name=kind]', { label: 'Permesso di soggiorno' });
		await page.locator('main').getByRole('button', { name: 'Continua' }).click();
		await expectTitle(page, 'Permesso di soggiorno');
		await expect(page.getByRole('radiogroup', { name: /Di chi è/ }).getByLabel('Rita Esempio')).toBeChecked();
		await expect(page.locator('[name=name]')).toHaveValue('Rita Esempio');

		await page.setInputFiles('[name=pages]', {
			...{ name: 'davanti.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('non una foto') }
		});
		await page.fill('[name=expires]', '2001-03-04');
		await send(page, 'Manda il documento');
		await expect(page.locator('main').getByRole('alert')).toContainText('davanti.jpg: non è una foto né un PDF.');
		await expect(page.locator('[name=expires]')).toHaveValue('2001-03-04');

		await page.setInputFiles('[name=pages]', [
			{ name: 'davanti.png', mimeType: 'image/png', buffer: await aPicture().png().toBuffer() },
			{ name: 'dietro.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await aPdf()) }
		]);
		await send(page, 'Manda il documento');
		await expect(page.locator('main')).toContainText('Il documento è al sicuro.');
		await expect(page.locator('main')).toContainText('È scaduto il 4 marzo 2001.');

		await page.fill('[name=expires]', '2099-03-04');
		await send(page, 'Salva');
		await expect(page.locator('main')).toContainText('Quello che hai scritto torna.');
		const second = page.getByRole('link', { name: 'Scarica la pagina 2' });
		const answer = await page.request.get((await second.getAttribute('href'))!);
		expect(answer.headers()).toMatchObject({
			...{ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' },
			'content-disposition': 'attachment; filename="2.pdf"'
		});
		expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');

		await send(page, 'Togli il documento');
		await expect(page.locator('main')).toContainText('Il documento è stato tolto.');
		await expect(page.locator('main')).toContainText('Ancora nessun documento');
	});
});

async function photograph(page: Page, name: string): Promise<void> {
	await page.setInputFiles('[name=photo]', { name, mimeType: 'image/png', buffer: await aPicture().png().toBuffer() });
	await expect(page.locator('main')).toContainText(name);
}

/** Comes to the form of one kind of document; no kind stands in its address. */
async function choose(page: Page, kind: string) {
	await page.goto('/my/documents/send');
	await page.selectOption('[name=kind]', { label: kind });
	await page.getByRole('button', { name: 'Continua' }).click();
	await page.locator('[name=id]').waitFor({ state: 'attached' });
}

test('on a phone with scripts, photographs gather, a broken line keeps nothing, and the second try keeps one', async ({
	page,
	portal
}) => {
	await page.setViewportSize(PHONE);
	await signIn(page, 'richiedente2');
	await choose(page, 'Altro documento');
	for (const name of ['uno.png', 'due.png', 'mossa.png']) await photograph(page, name);
	await page.getByRole('button', { name: 'Togli mossa.png' }).click();
	await expect(page.locator('main')).toContainText('2 file scelti');

	const kept = () => readdirSync(filesOf(portal.databaseUrl));
	const before = kept();
	await cutLine(page, page.url(), halfAFile);
	await page.route('**/my/documents/send*', (route) => route.abort('connectionreset'), { times: 1 });
	await press(page, 'Manda il documento');
	await expect(page.locator('main').getByRole('alert')).toContainText('La linea è caduta');
	await expect(page.locator('main')).toContainText('2 file scelti');
	expect(kept()).toEqual(before);

	await send(page, 'Manda il documento');
	await expect(page.locator('main')).toContainText('Il documento è al sicuro.');
	await expect(page.getByRole('link', { name: /Scarica la pagina/ })).toHaveCount(2);
	await page.goto('/my/documents');
	await expect(page.getByRole('row').filter({ hasText: 'Altro documento' })).toHaveCount(1);
	expect(kept()).toHaveLength(before.length + 2);
});

test('the pages of documents fit every width', async ({ page }) => {
	await signIn(page, 'richiedente');
	await page.goto('/my/documents');
	await expect(page.locator('main')).toContainText('sta per scadere');
	await expectGoodAtEveryWidth(page);
	await follow(page, 'Certificato di residenza');
	await expect(page.locator('main')).toContainText('Questo non va');
	await expectGoodAtEveryWidth(page);
	await choose(page, 'CU o dichiarazione dei redditi');
	expect(page.url()).not.toContain('income');
	await expectGoodAtEveryWidth(page);
});
