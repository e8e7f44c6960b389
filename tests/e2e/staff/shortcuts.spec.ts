import { expectAccessible } from '../../support/accessible';
import { expect, readingTest as test } from '../../support/portal';
import { signIn } from '../../support/sign-in';

test('the shortcuts that are listed work, not while typing, and can be switched off', async ({ page }) => {
	await signIn(page, 'funzionario');
	await page.goto('/staff/dwellings');
	await expect(page.getByRole('button', { name: /Scorciatoie da tastiera/ })).toBeVisible();
	await page.keyboard.press('j');
	await page.keyboard.press('j');
	await expect(page.locator('tbody tr').nth(1).locator('a').first()).toBeFocused();
	await page.keyboard.press('k');
	await expect(page.locator('tbody tr').nth(0).locator('a').first()).toBeFocused();
	await page.keyboard.press('/');
	await expect(page.locator('[name=q]')).toBeFocused();
	await page.keyboard.type('g a?');
	await expect(page.locator('[name=q]')).toHaveValue('g a?');
	await page.locator('[name=q]').blur();
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog')).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
	await page.keyboard.press('g');
	await page.keyboard.press('a');
	await page.waitForURL('**/staff/notices');

	await page.getByRole('button', { name: /Scorciatoie da tastiera/ }).click();
	await page.getByLabel('Usa le scorciatoie su questo dispositivo').uncheck();
	await page.getByRole('button', { name: 'Chiudi' }).click();
	await page.reload();
	await expect(page.getByRole('button', { name: /Scorciatoie da tastiera/ })).toBeVisible();
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog')).toBeHidden();
});
