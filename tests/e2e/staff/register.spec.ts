import { expect, journeyTest as test } from '../../support/portal';
import { signIn } from '../../support/sign-in';

test.use({ javaScriptEnabled: false });

test('an officer imports dwellings, certifies works, and the count on the programme moves', async ({ page }) => {
	const restored = async () => {
		await page.goto('/programme');
		return Number(await page.locator('.big').innerText());
	};
	const before = await restored();
	await signIn(page, 'funzionario');

	await page.goto('/staff/import');
	const file = await (await page.request.get('/staff/import/template')).text();
	const upload = async (text: string) => {
		await page.goto('/staff/import');
		await page
			.locator('input[type=file]')
			.setInputFiles({ name: 'case.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
		await page.getByRole('button', { name: 'Controlla il file' }).click();
	};
	await upload(file.replace('62,50', 'sessanta'));
	await expect(page.getByRole('row', { name: /superficie_netta_m2 .*sessanta/ })).toBeVisible();

	await upload(file);
	await page.getByRole('button', { name: 'Importa', exact: true }).click();
	await expect(page.getByText('Importazione fatta.')).toBeVisible();

	await page.goto('/staff/dwellings?q=al-0101-07');
	await page.getByRole('link', { name: 'AL-0101-07' }).click();
	await page.getByRole('radio', { name: 'Lavori finiti' }).check();
	await page.getByRole('button', { name: 'Registra', exact: true }).click();
	await page.getByRole('radio', { name: 'Lavori certificati' }).check();
	await page.getByRole('button', { name: 'Registra', exact: true }).click();
	await expect(page.getByText('Scrivi quale documento certifica i lavori').first()).toBeVisible();
	await page.locator('input[name=document]').fill('Certificato di regolare esecuzione 1/2026');
	await page.locator('input[name=signedBy]').fill('ing. Anna Villa');
	await page.getByRole('button', { name: 'Registra', exact: true }).click();
	await expect(page.getByText('Ora la casa conta fra quelle ripristinate.')).toBeVisible();

	expect(await restored()).toBe(before + 1);
	await page.goto('/dwellings/AL-0101-07');
	await expect(page.getByText('Lavori certificati')).toBeVisible();
	await expect(page.getByText('Anna Villa')).toHaveCount(0);
});
