import { cutLine, filledForm } from '../../support/cut-line';
import { expect, journeyTest as test } from '../../support/portal';
import { openReadyRequest, sendRequest } from '../../support/steps/apply';
import { expectTitle, press } from '../../support/steps/person';
import { signIn } from '../../support/sign-in';

const SEND = 'Invia la domanda';
const NOTICE = 'secondo avviso';

test.beforeEach(async ({ page }) => {
	await signIn(page, 'richiedente2');
	await openReadyRequest(page);
	const confirmed = page.locator('[name=confirmed]');
	if ((await confirmed.count()) > 0) await confirmed.check();
	await page.check('[name=declared]');
});

test('half of a form sends nothing, and the draft is still there', async ({ page }) => {
	const { action, ...half } = await filledForm(page, SEND, 0.5);
	await cutLine(page, action, half);
	await page.goto('/my');
	await expect(page.locator('main').getByText(NOTICE)).toHaveCount(1);
	await openReadyRequest(page);
	await sendRequest(page);
});

test('a form that arrived whole before the line broke is sent once, and a second press leads to its receipt', async ({
	page
}) => {
	const { action, ...whole } = await filledForm(page, SEND, 1);
	await cutLine(page, action, whole);
	await expect(async () => {
		const my = await page.request.get('/my');
		expect(await my.text()).toMatch(/\/my\/requests\/[0-9a-f-]{36}/);
	}).toPass();
	await press(page, SEND);
	await expectTitle(page, 'La tua domanda è arrivata');
	await page.goto('/my');
	await expect(page.locator('main').getByText(NOTICE)).toHaveCount(1);
	await expect(page.locator('main a[href*="/my/requests/"]').first()).toBeVisible();
});

test('with scripts, the page says that the line broke and keeps what was ticked', async ({ page }) => {
	await page.route('**/check*', (route) => route.abort('connectionreset'), { times: 1 });
	await press(page, SEND);
	await expect(page.locator('main').getByRole('alert')).toContainText('La linea è caduta');
	await expect(page.locator('[name=declared]')).toBeChecked();
	await press(page, SEND);
	await expectTitle(page, 'La tua domanda è arrivata');
});
