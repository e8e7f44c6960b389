import { expect, fileTest as test } from '../../support/portal';
import { signIn } from '../../support/sign-in';
import { person } from '../../support/steps/person';

test.describe.configure({ mode: 'default' });
test.use({ javaScriptEnabled: false });

test('two officers correct one dwelling: the second sees both versions, and nothing is lost', async ({
	browser,
	page
}) => {
	await signIn(page, 'funzionario');
	await page.goto('/staff/dwellings?state=in_works');
	await page.locator('tbody a').first().click();
	await page.getByRole('link', { name: 'Correggi l’alloggio' }).click();
	const address = page.url();
	const other = await person(browser, 'funzionario2');
	await other.goto(address);
	await other.fill('[name=unit]', '7 bis');
	await other.getByRole('button', { name: 'Salva le correzioni' }).click();
	await expect(other.getByText('Correzioni salvate.')).toBeVisible();

	await page.fill('[name=netAreaDm2]', 'sessanta');
	await page.fill('[name=unit]', '9');
	await page.getByRole('button', { name: 'Salva le correzioni' }).click();
	await expect(page.locator('[name=netAreaDm2]')).toHaveValue('sessanta');
	await page.fill('[name=netAreaDm2]', '31,25');
	// The page with the error did not forget which version was typed over.
	await page.getByRole('button', { name: 'Salva le correzioni' }).click();
	const which = page.getByRole('radiogroup', { name: /^Interno/ });
	await expect(which).toContainText('7 bis');
	await expect(which).toContainText('9');
	await which.getByRole('radio').nth(1).check();
	await page.getByRole('button', { name: 'Salva le correzioni' }).click();
	await expect(page.getByText('Correzioni salvate.')).toBeVisible();
	await expect(page.locator('main')).toContainText('31,25');
});

test('a dwelling of an open notice keeps what the notice promises', async ({ page }) => {
	await signIn(page, 'funzionario');
	await page.goto('/notices');
	await page
		.locator('main')
		.getByRole('link', { name: /secondo avviso/ })
		.first()
		.click();
	const code = /[A-Z]{2}-[\w-]+/.exec(await page.locator('main tbody tr, main li').first().innerText())?.[0] ?? '';
	await page.goto(`/staff/dwellings?q=${code}`);
	await page.locator('tbody a').first().click();
	await page.getByRole('link', { name: 'Correggi l’alloggio' }).click();
	await expect(page.getByText('Alcuni dati non si cambiano adesso')).toBeVisible();
	const area = await page.locator('[name=netAreaDm2]').inputValue();
	await page.fill('[name=netAreaDm2]', '99');
	await page.getByRole('button', { name: 'Salva le correzioni' }).click();
	await expect(page.getByText(/lo promette l.avviso/).first()).toBeVisible();
	await page.fill('[name=netAreaDm2]', area);
	await page.fill('[name=cadastralAreaDm2]', '101,5');
	await page.getByRole('button', { name: 'Salva le correzioni' }).click();
	await expect(page.getByText('Correzioni salvate.')).toBeVisible();
});
