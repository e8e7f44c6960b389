import type { Page } from '@playwright/test';
import { bringChecker, expectGoodAtEveryWidth } from '../../support/accessible';
import { expect, journeyTest as test } from '../../support/portal';
import { expectTitle, person, press, send } from '../../support/steps/person';

test.use({ actionTimeout: 20_000 });

const DRAFT = {
	titleIt: 'Avviso di prova',
	titleEn: 'A notice to try',
	summaryIt: 'Un avviso per provare.',
	summaryEn: 'A notice for trying.',
	opensOn: '2027-01-11',
	closesOn: '2027-02-11',
	maxChoices: '5',
	offerDays: '10',
	beaconSource: 'Lotto, estrazione di prova'
};

/** Both open the same form, each changes `field`, and the second chooses the value of the first or its own. */
async function clash(first: Page, second: Page, address: string, field: string, values: readonly [string, string]) {
	await first.goto(address);
	await second.goto(address);
	for (const [page, value] of [
		[first, values[0]],
		[second, values[1]]
	] as const) {
		await page.locator(`[name="${field}"]`).fill(value);
		await send(page, /^Salva/);
	}
	return second.locator('main').locator(`[role=radiogroup]:has([name="_keep-${field}"])`);
}

test('two officers change one dwelling: the second is told who saved, and chooses', async ({ browser, baseURL }) => {
	const [first, second] = [
		await person(browser, 'funzionario', { baseURL }),
		await person(browser, 'dirigente', { baseURL })
	];
	await bringChecker(second.context());
	await first.goto('/staff/dwellings');
	await first.locator('main tbody a').first().click();
	await first.waitForURL(/dwellings\/[0-9a-f-]{36}/);
	const edit = `${new URL(first.url()).pathname}/edit`;
	const which = await clash(first, second, edit, 'unit', ['int. 71', 'int. 72']);
	await expect(second.locator('main').getByRole('alert')).toContainText('ha salvato mentre scrivevi');
	await expect(which).toContainText('int. 71');
	await expectGoodAtEveryWidth(second);
	await which.getByRole('radio').nth(1).check();
	await press(second, /^Salva/);
	await second.waitForURL((url) => url.pathname !== edit);
	await second.goto(edit);
	await expect(second.locator('[name=unit]')).toHaveValue('int. 72');
});

test('the cost of a work that two people change is asked about', async ({ browser, baseURL }) => {
	const [first, second] = [
		await person(browser, 'funzionario', { baseURL }),
		await person(browser, 'dirigente', { baseURL })
	];
	await first.goto('/staff/work-costs');
	const field = (await first.locator('main input[name$="-max"]').first().getAttribute('name'))!;
	const low = field.replace('-max', '-min');
	for (const page of [first, second]) await page.goto('/staff/work-costs');
	for (const [page, value] of [
		[first, '1500'],
		[second, '2500']
	] as const) {
		await page.locator(`[name="${low}"]`).fill('100');
		await page.locator(`[name="${field}"]`).fill(value);
		await send(page, /^Salva/);
	}
	await second.locator(`[name="_keep-${field}"][value=saved]`).check();
	await press(second, /^Salva/);
	await expect(second.locator(`[name="${field}"]`)).toHaveValue('1500');
});

test('a draft notice that one officer changes in two tabs asks in the same way', async ({ browser, baseURL }) => {
	const [first, second] = [
		await person(browser, 'funzionario', { baseURL }),
		await person(browser, 'funzionario', { baseURL })
	];
	await first.goto('/staff/notices/new');
	await first.locator('[name=ruleSetId]').selectOption({ index: 1 });
	for (const [name, value] of Object.entries(DRAFT)) await first.locator(`[name=${name}]`).fill(value);
	await press(first, /^Salva/);
	await first.waitForURL(/notices\/[0-9a-f-]{36}/);
	const notice = new URL(first.url()).pathname;
	const which = await clash(first, second, notice, 'titleIt', ['Avviso di prova, primo', 'Avviso di prova, secondo']);
	await expect(second.locator('main').getByRole('alert')).toContainText('in un’altra scheda');
	await expect(which).toContainText('Avviso di prova, primo');
	await which.getByRole('radio').nth(1).check();
	await press(second, /^Salva/);
	await expectTitle(second, 'Avviso di prova, secondo');
});

test('a draft of the rules asks field by field', async ({ browser, baseURL }) => {
	const [first, second] = [
		await person(browser, 'funzionario', { baseURL }),
		await person(browser, 'funzionario', { baseURL })
	];
	await first.goto('/staff/rules');
	await press(first, /Fai una copia: Alloggi ripristinati dell’agenzia, disciplina 2026/);
	await expect(first.getByText('bozza', { exact: true })).toBeVisible();
	const rules = new URL(first.url()).pathname;
	const which = await clash(first, second, rules, 'name.it', ['Regole, prima mano', 'Regole, seconda mano']);
	await expect(which).toContainText('Regole, prima mano');
	await which.getByRole('radio').first().check();
	await press(second, /^Salva/);
	await expectTitle(second, 'Regole, prima mano');
});
