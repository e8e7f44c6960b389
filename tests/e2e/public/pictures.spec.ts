import { expect, readingTest } from '../../support/portal';
import { signInAtPage } from '../../support/sign-in';

// The pictures of the README: kept only when asked for (npm run pictures), so that a test run changes no file.
const folder = process.env['CHIAVI_PICTURES'] ? 'docs/images' : 'test-results/pictures';

readingTest.use({ viewport: { width: 1280, height: 900 } });

readingTest('the home page, with its 145 houses', async ({ page }) => {
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.locator('a svg use, a svg path').first()).toBeAttached();
	await page.screenshot({ path: `${folder}/home.png` });
});

readingTest('an applicant with an offer to answer', async ({ page }) => {
	await signInAtPage(page, 'richiedente');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.screenshot({ path: `${folder}/my-request.png` });
});
