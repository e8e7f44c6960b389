import { expect, readingTest as test } from '../../support/portal';
import { signIn } from '../../support/sign-in';
import { follow } from '../../support/steps/person';

test.use({ javaScriptEnabled: false });

test('an officer reads which flats to measure first, what is missing of each, and for how many', async ({ page }) => {
	await signIn(page, 'funzionario');
	await page.goto('/staff');
	await follow(page, 'Che cosa misurare prima');
	const title = page.getByRole('heading', { level: 1 });
	await expect(title).toHaveText(/^Misurando questi \d+ alloggi potrebbero essere servite \d+ famiglie in più$/);
	const [, dwellings, households] = /questi (\d+) .* servite (\d+)/.exec(await title.innerText())!;
	// The headline is the total beside the last dwelling that it counts.
	const rows = page.locator('tbody tr');
	await expect(
		rows
			.nth(Number(dwellings) - 1)
			.locator('td')
			.last()
	).toHaveText(households!);
	const first = rows.first();
	const code = await first.getByRole('rowheader').getByRole('link').innerText();
	await expect(first).toContainText(/Dell’(alloggio|edificio): /);
	const measure = first.getByRole('link', { name: `Misura ${code}`, exact: true });
	await expect(measure).toHaveAttribute('href', /^\/staff\/dwellings\/[^/]+\/survey$/);
	for (const count of await page.locator('td.number').allInnerTexts()) expect(count).toMatch(/^\d+$|^meno di 4 \*$/);
	for (const row of await rows.all())
		for (const cell of (await row.locator('td.number').allInnerTexts()).slice(1))
			expect(cell === 'meno di 4 *' || Number(cell) >= 4, cell).toBe(true);
});

test('the register of dwellings leads there too', async ({ page }) => {
	await signIn(page, 'dirigente');
	await page.goto('/staff/dwellings');
	await follow(page, 'Che cosa misurare prima');
	await expect(page).toHaveURL(/\/staff\/surveys$/);
});
