import { expectAccessible } from '../../support/accessible';
import { readingTest as test } from '../../support/portal';
import { signIn } from '../../support/sign-in';

test('the register and the programme have no accessibility violation', async ({ page }) => {
	for (const path of ['/programme', '/programme/dwellings?state=any_restored', '/dwellings', '/en/programme']) {
		await page.goto(path);
		await expectAccessible(page);
	}
	await page.goto('/programme');
	await page.locator('.houses a').first().click();
	await expectAccessible(page);
	await signIn(page, 'funzionario');
	for (const path of ['/staff/dwellings', '/staff/dwellings/new', '/staff/buildings/new', '/staff/import']) {
		await page.goto(path);
		await expectAccessible(page);
	}
	await page.goto('/staff/dwellings?state=in_works');
	await page.locator('tbody a').first().click();
	await expectAccessible(page);
});
