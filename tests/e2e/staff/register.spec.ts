import { expect, journeyTest as test } from '../../support/portal';
import { signIn, signOut } from '../../support/sign-in';

test.use({ javaScriptEnabled: false });

test('an officer imports a home and proposes its certificate; the count moves when another confirms', async ({
	page
}) => {
	const restored = async () => {
		const { overview } = await (await page.request.get('/api/programme')).json();
		return overview.proofs;
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
	await page.getByRole('link', { name: 'Certificato dei lavori' }).click();
	const certificate = page.url();
	await page.locator('input[name=number]').fill('CRE 1/2026');
	await page.getByRole('button', { name: /^Proponi:/ }).click();
	await expect(page.getByText('Scrivi').first()).toBeVisible();
	await page.locator('input[name=on]').fill(new Date().toISOString().slice(0, 10));
	await page.locator('input[name=signedBy]').fill('ing. Anna Villa');
	await page.getByRole('button', { name: /^Proponi:/ }).click();
	await expect(page.getByText('ora tocca a un’altra persona')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Conferma il certificato' })).toHaveCount(0);
	expect(await restored()).toEqual(before);

	await signOut(page);
	await signIn(page, 'dirigente');
	await page.goto('/staff/certificates');
	await page.getByRole('link', { name: 'AL-0101-07' }).click();
	await page.getByRole('button', { name: 'Conferma il certificato' }).click();
	await expect(page).toHaveURL(`${certificate.split('?')[0]}?done`);
	// The accounts of the demo are invented, so what they certify is too.
	expect(await restored()).toEqual({ ...before, demo: before.demo + 1 });
	await page.goto('/dwellings/AL-0101-07');
	await expect(page.getByText('lavori certificati')).toBeVisible();
	await expect(page.getByText('Anna Villa')).toHaveCount(0);
});
