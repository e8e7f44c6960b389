import { expectAccessible } from '../../support/accessible';
import { expect, readingTest as test } from '../../support/portal';

// The sweep looks at every Italian page.
for (const path of ['/en', '/en/privacy', '/no-such-page', '/en/no-such-page']) {
	test(`${path} is accessible and does not scroll sideways`, async ({ page }) => {
		await page.setViewportSize({ width: 1280, height: 800 });
		await page.goto(path);
		await expectAccessible(page, true);
		await page.setViewportSize({ width: 320, height: 800 });
		const overflow = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(overflow).toBe(0);
	});
}

test('an address that does not exist says what was kept and where to go, in both languages', async ({ page }) => {
	const answer = await page.goto('/no-such-page');
	expect(answer?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Questa pagina non c’è');
	await expect(page.getByText('Quello che avevi salvato è al suo posto.')).toBeVisible();
	await page.getByRole('link', { name: 'English' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('the keyboard finds the way past the header first', async ({ page }) => {
	await page.goto('/privacy');
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: 'Vai al contenuto' });
	await expect(skip).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(page.locator('.it-header-wrapper a:focus')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the language changes and the page and its search stay', async ({ page }) => {
		await page.goto('/privacy?from=letter');
		await page.getByRole('link', { name: 'English' }).click();
		await expect(page).toHaveURL(/\/en\/privacy\?from=letter$/);
		await expect(page.getByRole('heading', { name: 'Your rights' })).toBeVisible();
		await page.getByRole('link', { name: 'Italiano' }).click();
		await expect(page).toHaveURL(/\/privacy\?from=letter$/);
	});

	test('the menu opens on a phone and leads on', async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 700 });
		await page.goto('/');
		const programme = page.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: 'Il programma' });
		await expect(programme).toBeHidden();
		await page.getByText('Menu', { exact: true }).click();
		await programme.click();
		await expect(page).toHaveURL(/\/programme$/);
	});
});

test('pages travel compressed to a visitor', async ({ request }) => {
	const response = await request.get('/', { headers: { 'accept-encoding': 'gzip' } });
	expect(response.headers()['content-encoding']).toBe('gzip');
	expect(await response.text()).toContain('</html>');
});

test('what is typed before the page’s script has come stays', async ({ page }) => {
	let come = () => {};
	const waited = new Promise<void>((resolve) => (come = resolve));
	await page.route('**/_app/immutable/**/*.js', async (route) => {
		await waited;
		await route.continue();
	});
	await page.goto('/signup', { waitUntil: 'commit' });
	await page.locator('[name=name]').fill('Agnese');
	await page.locator('[name=role]').last().check();
	come();
	await page.waitForLoadState('networkidle');
	await expect(page.locator('[name=name]')).toHaveValue('Agnese');
	await expect(page.locator('[name=role]').last()).toBeChecked();
});
