import { expectAccessible } from '../../support/accessible';
import { expect, fileTest as test } from '../../support/portal';

// The first brings the clock back.
test.describe.configure({ mode: 'default' });

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the clock passes a deadline and comes back', async ({ page }) => {
		await page.goto('/demo');
		await expect(page.getByText('È l’ora vera.')).toBeVisible();
		const deadline = page.getByText(/^La prossima scadenza è/);
		const before = await deadline.textContent();
		await page.getByRole('button', { name: 'Un secondo dopo la scadenza' }).click();
		await expect(page.getByText('L’orologio è stato spostato in avanti.')).toBeVisible();
		expect(await deadline.textContent()).not.toBe(before);
		await page.getByRole('button', { name: 'Torna all’ora vera' }).click();
		await expect(page.getByText('È l’ora vera.')).toBeVisible();
		expect(await deadline.textContent()).toBe(before);
	});
});

test('the page of the demo is accessible with the clock moved too', async ({ page }) => {
	await page.goto('/demo');
	await page.getByRole('button', { name: 'Avanti di un giorno' }).click();
	await expect(page.getByText('L’orologio è stato spostato in avanti.')).toBeVisible();
	await expectAccessible(page);
});
