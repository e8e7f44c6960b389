import { expectGoodAtEveryWidth } from '../../support/accessible';
import { expect, journeyTest as test } from '../../support/portal';
import { signIn } from '../../support/sign-in';
import { expectTitle, follow, press, send } from '../../support/steps/person';
import type { Page } from '@playwright/test';

const OTHER_WRITING = /^nomi scritti in altro modo, e stessa data di nascita|^stessi nomi e data di nascita/;
const SAME = 'Ho visto i due documenti d’identità';
const MISTAKE = 'Ho letto male uno dei documenti';
const APART = 'Sono due cugini con lo stesso nome';

/** Opens the first group of people whom their names unite, and the requests in it. */
async function openCluster(page: Page): Promise<void> {
	await signIn(page, 'funzionario');
	await page.goto('/staff/duplicates');
	const row = page.locator('main tbody tr').filter({ has: page.getByText(OTHER_WRITING) });
	await row.first().getByRole('link').click();
	await expect(page.getByRole('heading', { name: 'Apri le domande' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Salva la decisione' })).toHaveCount(0);
	await press(page, 'Apri le domande');
	await expect(page.getByRole('heading', { name: 'Decidi' })).toBeVisible();
}

async function decide(page: Page, outcome: 'same' | 'apart', reason: string): Promise<void> {
	await page.check(`[name=outcome][value=${outcome}]`);
	await page.fill('[name=reason]', reason);
	await send(page, 'Salva la decisione');
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled });

		test('an officer says that two are one person, takes it back, and keeps them apart', async ({ page }) => {
			await openCluster(page);
			const cluster = page.url();
			const main = page.locator('main');
			await decide(page, 'same', 'sì');
			await expect(main.getByRole('alert')).toContainText('con almeno 10 lettere');
			await expect(page.locator('[name=outcome][value=same]')).toBeChecked();
			await decide(page, 'same', SAME);
			await expect(main).toContainText('È la stessa persona: così ha deciso');
			await expect(main).toContainText(SAME);

			await page.fill('[name=reason]', MISTAKE);
			await send(page, 'Annulla la decisione');
			await expect(page.getByRole('heading', { name: 'Decidi' })).toBeVisible();
			await expect(main).not.toContainText('così ha deciso');

			await decide(page, 'apart', APART);
			await expect(main).toContainText('Sono persone diverse: così ha deciso');
			await expect(main).toContainText(APART);
			await page.goto('/staff/duplicates');
			await expectTitle(page, 'Possibili doppioni');
			await expect(main.locator(`tbody a[href="${new URL(cluster).pathname}"]`)).toHaveCount(0);
			await follow(page, 'Già decisi');
			await expect(main.locator(`tbody a[href="${new URL(cluster).pathname}"]`)).toHaveCount(1);
		});
	});
}

test('the pages are good at every width', async ({ page }) => {
	await openCluster(page);
	await expectGoodAtEveryWidth(page);
	await page.goto('/staff/duplicates');
	await expectGoodAtEveryWidth(page);
});
