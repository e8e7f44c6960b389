import { expectGoodAtEveryWidth } from '../../support/accessible';
import { linkIn, waitForMails } from '../../support/mailbox';
import { expect, journeyTest as test } from '../../support/portal';
import { follow, press } from '../../support/steps/person';
import { aResident, enter } from '../../support/steps/resident';

const PASSWORD = 'il cane di Sara abbaia';

test('a person changes the address, keeps what was typed, and enters with the new one', async ({ browser, portal }) => {
	const page = await (await browser.newContext({ baseURL: portal.origin })).newPage();
	await aResident(page, portal, { email: 'sara@example.org', password: PASSWORD });
	await enter(page, 'sara@example.org', PASSWORD);
	await page.waitForURL('**/my');
	await page.goto('/account');
	await follow(page, 'Cambia l’indirizzo e-mail');
	await page.fill('[name=email]', 'nuova@example.org');
	await page.fill('[name=present_password]', 'sbagliata');
	await press(page, 'Manda il link');
	await expect(page.locator('main').getByRole('alert')).toBeVisible();
	await expect(page.locator('[name=email]')).toHaveValue('nuova@example.org');
	await page.fill('[name=present_password]', PASSWORD);
	await press(page, 'Manda il link');
	await expect(page.locator('main')).toContainText('trovi lì un link');
	await expectGoodAtEveryWidth(page);

	await page.goto(linkIn((await waitForMails(portal, 'nuova@example.org', 1))[0]!));
	await expectGoodAtEveryWidth(page);
	await press(page, 'Conferma l’indirizzo');
	await page.waitForURL('**/account?done=email');
	await expect(page.locator('main')).toContainText('nuova@example.org');
	await page.context().clearCookies();
	await enter(page, 'nuova@example.org', PASSWORD);
	await page.waitForURL('**/my');
});
