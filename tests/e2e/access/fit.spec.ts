import { expectAccessible } from '../../support/accessible';
import { expect, fileTest as test } from '../../support/portal';
import { signIn } from '../../support/sign-in';
import { follow, press } from '../../support/steps/person';

test.describe.configure({ mode: 'default' });

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a wheelchair user reads, home by home, which door is too narrow', async ({ page }) => {
		await signIn(page, 'richiedente2');
		await page.goto('/my');
		await page.locator('main a[href*="/my/apply/"]').first().click();
		const steps = page.url().replace(/(\/my\/apply\/[^/]+).*/, '$1');
		await page.goto(`${steps}/needs`);
		await expect(page.locator('[name=moving][value=wheelchairIndoors]')).toBeChecked();
		await page.check('[name=nearby][value=nearStop]');
		await press(page, 'Salva e continua');
		const cards = page.locator('article.card');
		const narrow = cards.filter({ hasText: /La porta .* è larga \d+(,\d)? cm: servono almeno 7?8?[05] cm\./ });
		expect(await narrow.count()).toBeGreaterThan(0);
		for (const card of await cards.all()) await expect(card.locator('.tag')).not.toHaveCount(0);
		expect(await page.getByText('va bene per le tue esigenze', { exact: true }).count()).toBeGreaterThan(0);
	});

	test('anybody finds the homes that suit, among those of the filters, and the address says nothing of it', async ({
		page
	}) => {
		await page.goto('/dwellings');
		await page.check('[name=lift]');
		await press(page, 'Mostra');
		await page.getByText('Cerca le case che vanno bene').click();
		await press(page, 'Trova le case');
		await expect(page.getByText('Scegli almeno una cosa.').first()).toBeVisible();
		await page.check('[name=needs][value=wheelchairIndoors]');
		await press(page, 'Trova le case');
		const counts = await page.getByText(/^Vanno bene: \d+\. Con qualche lavoro: \d+\./).innerText();
		const [suits, works] = [...counts.matchAll(/\d+/g)].map(Number);
		expect(suits).toBeGreaterThan(0);
		await expect(page.locator('tbody tr')).toHaveCount(suits! + works!);
		await expect(page.locator('[name=lift]')).toBeChecked();
		expect(page.url()).toContain('lift=on');
		expect(page.url()).not.toContain('wheelchair');
		await page.locator('tbody a').first().click();
		await page.check('[name=needs][value=wheelchairIndoors]');
		await press(page, 'Confronta con le misure');
		await expect(page.getByText('va bene per le tue esigenze')).toBeVisible();
	});

	test('anybody asks whether a home suits, and the address says nothing of it', async ({ page }) => {
		await page.goto('/dwellings');
		await page.selectOption('[name=door]', '80');
		await page.check('[name=step_free]');
		await press(page, 'Mostra');
		await expect(page).toHaveURL(/door=80.*step_free=on/);
		await follow(page, 'ACCESSIBILE-009');
		await expect(page.getByText('Chi usa la sedia a rotelle', { exact: false })).toBeVisible();
		await press(page, 'Confronta con le misure');
		await expect(page.getByText('Scegli almeno una cosa.').first()).toBeVisible();
		await page.check('[name=needs][value=wheelchairIndoors]');
		await press(page, 'Confronta con le misure');
		await expect(page.getByText('va bene per le tue esigenze')).toBeVisible();
		expect(page.url()).not.toContain('wheelchair');
	});

	test('an officer enters what works may cost, is told what is wrong, and loses nothing', async ({ page }) => {
		await signIn(page, 'funzionario');
		await page.goto('/staff/work-costs');
		await page.fill('[name=inner-doors-min]', '1.500');
		await press(page, 'Salva i costi');
		await expect(page.getByText('Scrivi tutti e due gli importi, oppure nessuno.').first()).toBeVisible();
		await expect(page.locator('[name=inner-doors-min]')).toHaveValue('1.500');
		await page.fill('[name=inner-doors-max]', '2200');
		await press(page, 'Salva i costi');
		await expect(page.getByText('Costi salvati.')).toBeVisible();
		await expect(page.locator('[name=inner-doors-min]')).toHaveValue('1500');
	});
});

test('the pages of needs and of fit are accessible', async ({ page }) => {
	await page.goto('/dwellings/ACCESSIBILE-009');
	await page.check('[name=needs][value=hearing]');
	await press(page, 'Confronta con le misure');
	await expect(page.getByText('La risposta')).toBeVisible();
	await expectAccessible(page);
	await signIn(page, 'funzionario');
	await page.goto('/staff/dwellings?q=accessibile');
	await follow(page, 'ACCESSIBILE-009');
	await expectAccessible(page);
});
