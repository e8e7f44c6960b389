import type { Page } from '@playwright/test';
import { bringChecker, expectGoodAtEveryWidth } from '../../support/accessible';
import { expect, journeyTest as test } from '../../support/portal';
import { signIn } from '../../support/sign-in';
import { choose } from '../../support/steps/check';
import { expectTitle, follow, press, send } from '../../support/steps/person';

const NOTICE = 'Alloggi ripristinati dell’agenzia, secondo avviso';
const income = (page: Page) => page.getByLabel('ISEE', { exact: false }).first();

/** Goes to the income of a request that was begun, and answers where it is. */
async function begin(page: Page): Promise<string> {
	await signIn(page, 'richiedente');
	await page.goto('/notices');
	await follow(page, NOTICE);
	await follow(page, 'Fai domanda');
	await page.fill('[name=birthDate]', '1986-05-14');
	await press(page, 'Salva e continua');
	await expect(page.locator('[name=relation]')).toBeVisible();
	return page.url().replace(/household.*/, 'income');
}

async function tell(page: Page, isee: string, assets: string): Promise<void> {
	await page.fill('[name=isee]', isee);
	if ((await page.locator('[name=iseeKind]').count()) > 0) await choose(page, 'iseeKind', 'ordinary');
	if ((await page.locator('[name=assets]').count()) > 0) await page.fill('[name=assets]', assets);
	await press(page, 'Salva e continua');
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled });

		test('a form that is older than another tab’s save shows both values, and the choice is saved', async ({
			page,
			context
		}) => {
			if (javaScriptEnabled) await bringChecker(context);
			const address = await begin(page);
			await page.goto(address);
			const other = await context.newPage();
			await other.goto(address);
			await tell(page, '9.000', '100');
			await expectTitle(page, 'Di che cosa hai bisogno');

			await tell(other, '8.000', '100');
			const main = other.locator('main');
			await expect(main.getByRole('alert')).toContainText('Hai salvato queste risposte in un’altra scheda');
			const which = main.getByRole('radiogroup', { name: /ISEE/ });
			await expect(which).toContainText('9000');
			await expect(which).toContainText('8000');
			if (javaScriptEnabled) await expectGoodAtEveryWidth(other);

			await press(other, 'Salva e continua');
			await expect(which).toContainText('Scegli uno dei due valori.');
			await which.getByRole('radio').nth(1).check();
			await press(other, 'Salva e continua');
			await expectTitle(other, 'Di che cosa hai bisogno');
			await other.goto(address);
			await expect(income(other)).toHaveValue('8000');
		});

		test('the saved value can be chosen, or the field written again', async ({ page, context }) => {
			const address = await begin(page);
			await page.goto(address);
			const other = await context.newPage();
			await other.goto(address);
			await tell(page, '9.000', '100');
			await tell(other, '8.000', '100');
			await other.check('[name=_neither]');
			await press(other, 'Salva e continua');
			await expect(other.locator('main')).toContainText('Salvato adesso: 9000');
			await other.fill('[name=isee]', '7.500');
			await send(other, 'Salva e continua');
			await other.goto(address);
			await expect(income(other)).toHaveValue('7500');

			await page.goto(address);
			await tell(other, '7.000', '100');
			await tell(page, '6.000', '100');
			await page.getByRole('radiogroup', { name: /ISEE/ }).getByRole('radio').first().check();
			await send(page, 'Salva e continua');
			await page.goto(address);
			await expect(income(page)).toHaveValue('7000');
		});

		test('a person of the household who is corrected in two tabs is asked about', async ({ page, context }) => {
			const household = (await begin(page)).replace('income', 'household');
			const other = await context.newPage();
			for (const one of [page, other]) await one.goto(`${household}?change=m1`);
			for (const [one, day] of [
				[page, '1980-01-01'],
				[other, '1981-01-01']
			] as const) {
				await one.fill('[name=birthDate]', day);
				await press(one, 'Salva');
			}
			await other.locator('[name="_keep-birthDate"][value=mine]').check();
			await press(other, 'Salva');
			await expect(other.locator('main')).toContainText('1 gennaio 1981');
		});
	});
}
