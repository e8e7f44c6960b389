import { expect, readingTest as test } from '../../support/portal';
import { signInAtPage } from '../../support/sign-in';

test('the log of acts says in words what was done, in the language of the page', async ({ page }) => {
	await signInAtPage(page, 'revisore');
	await page.goto('/audit?event=offer_made');
	await expect(page.locator('tbody th').first()).toHaveText('Ha proposto un alloggio');
	await expect(page.locator('tbody')).toContainText('Proposta di alloggio');
	await expect(page.getByLabel('Atto')).toHaveValue('offer_made');
	await page.goto('/en/audit?event=offer_made');
	await expect(page.locator('tbody th').first()).toHaveText('Offered a dwelling');
	await expect(page.locator('main')).not.toContainText('offer_made');
});

test('an auditor reads from the audit page to every part of the office, and finds nothing to press', async ({
	page
}) => {
	await signInAtPage(page, 'revisore');
	const parts = await page
		.getByRole('navigation', { name: 'Che cosa puoi leggere' })
		.getByRole('link')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
	expect(parts).toEqual(expect.arrayContaining(['/staff/rounds', '/staff/offers', '/staff/certificates']));
	for (const part of parts) {
		await page.goto(part);
		await expect(page.locator('main form[method=POST]')).toHaveCount(0);
		const details = page.locator('main tbody th a, main tbody td a');
		if ((await details.count()) === 0) continue;
		const answer = await page.goto((await details.first().getAttribute('href'))!);
		expect(answer?.status(), part).toBe(200);
		await expect(page.locator('main form[method=POST]')).toHaveCount(0);
	}
});
