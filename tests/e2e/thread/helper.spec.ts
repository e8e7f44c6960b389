import type { Page } from '@playwright/test';
import { expect, journeyTest as test } from '../../support/portal';
import { expectTitle, follow, person, press } from '../../support/steps/person';

test.setTimeout(240_000);

const banner = (page: Page) => page.getByRole('complementary', { name: 'Per chi lavori' });

/** The helper of the demo works for Rita and opens a page of her draft. */
async function openDraft(helper: Page): Promise<void> {
	await helper.goto('/desk');
	await follow(helper, 'Rita Esempio');
	await press(helper, 'Continua la bozza');
	await expect(banner(helper)).toContainText('Stai lavorando per Rita Esempio.');
}

async function openIncome(helper: Page): Promise<void> {
	await openDraft(helper);
	await helper.locator('a[href$="/income"]').click();
	await expectTitle(helper, 'ISEE e patrimonio');
}

/** Rita ends the mandate of the helper's organisation. */
async function revoke(rita: Page): Promise<void> {
	await rita.goto('/my/mandates');
	await follow(rita, 'Porta Aperta (associazione inventata)');
	await press(rita, 'Togli il mandato');
}

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled, actionTimeout: 20_000 });

		test('a helper writes for a person, who reads it; after the revocation nothing is taken and nothing typed is lost', async ({
			browser
		}) => {
			const [helper, rita] = [await person(browser, 'operatore'), await person(browser, 'richiedente2')];
			await openIncome(helper);
			await helper.fill('[name=isee]', '8.750,00');
			await press(helper, 'Salva e continua');
			await expectTitle(helper, 'Di che cosa hai bisogno');
			await helper.goto('/my');
			await expectTitle(helper, 'Rita Esempio');
			await press(helper, 'Continua la bozza');
			await expect(helper.locator('main')).toContainText('8.750,00');
			await expect(helper.getByRole('button', { name: 'Invia la domanda' })).toHaveCount(0);

			await helper.locator('a[href$="/income"]').click();
			await helper.fill('[name=isee]', '7.777,00');
			await revoke(rita);
			await expect(rita.locator('main')).toContainText('Ha scritto in una domanda da finire');
			await expect(rita.locator('main')).toContainText('Omar Esempio');
			await helper.getByRole('button', { name: 'Salva e continua' }).click();
			await expect(helper.locator('main')).toContainText('La persona ha tolto il mandato. Non abbiamo salvato niente.');
			if (javaScriptEnabled) await expect(helper.locator('[name=isee]')).toHaveValue('7.777,00');
			else await expect(helper.locator('main')).toContainText('7.777,00');
			await helper.goto('/my/documents');
			await expect(helper).toHaveURL(/\/desk\/mandates\//);
			await expect(banner(helper)).toHaveCount(0);
		});

		test('a form of a person for whom the helper no longer works is not taken, and what was typed comes back', async ({
			browser
		}) => {
			const helper = await person(browser, 'operatore');
			await openIncome(helper);
			await helper.fill('[name=isee]', '6.666,00');
			const other = await helper.context().newPage();
			await other.goto('/desk');
			await banner(other).getByRole('button', { name: 'Smetti' }).click();
			await expect(banner(other)).toHaveCount(0);
			await helper.getByRole('button', { name: 'Salva e continua' }).click();
			await expect(helper.locator('main')).toContainText('Adesso non lavori per nessuno.');
			if (javaScriptEnabled) await expect(helper.locator('[name=isee]')).toHaveValue('6.666,00');
			else await expect(helper.locator('main')).toContainText('6.666,00');
		});
	});
