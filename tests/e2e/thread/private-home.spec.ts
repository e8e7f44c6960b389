import type { Page } from '@playwright/test';
import { expect, journeyTest as test } from '../../support/portal';
import { signInAtPage, signOut } from '../../support/sign-in';

test.use({ javaScriptEnabled: false, actionTimeout: 20_000 });
test.setTimeout(480_000);

const send = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** Today and a day to come, as Milan counts them. */
const day = (ahead: number) =>
	new Date(Date.now() + ahead * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/Rome' });

async function offerHome(page: Page): Promise<string> {
	await page.goto('/landlord/listings/new');
	await send(page, /Salva/);
	await expect(page.getByRole('alert')).toContainText('Scrivi la via.');
	await page.fill('[name=street]', 'Via Inventata');
	await page.fill('[name=streetNumber]', '7');
	await page.selectOption('[name=zone]', '3');
	await send(page, /Salva/);
	await page.fill('[name=netArea]', '55');
	await page.fill('[name=area]', '60');
	await page.fill('[name=rooms]', '3');
	await page.fill('[name=floor]', '1');
	for (const id of ['A1', 'A2', 'A3', 'A4']) await page.check(`input[value=${id}]`);
	await page.selectOption('[name=kitchen]', 'eat-in-window');
	await send(page, /Salva/);
	await send(page, /Salva/);
	await page.fill('[name=rent]', '725,01');
	await page.fill('[name=availableFrom]', day(30));
	await send(page, /Salva/);
	await expect(page.getByRole('alert')).toContainText('sopra il massimo');
	await expect(page.locator('[name=rent]')).toHaveValue('725,01');
	await page.fill('[name=rent]', '700');
	await send(page, /Salva/);
	await send(page, /Manda/);
	await expect(page.getByText('Inviata').first()).toBeVisible();
	return page.url().split('/').at(-1)!;
}

test('a landlord offers a home, and a household gets its keys', async ({ page }) => {
	await signInAtPage(page, 'proprietario');
	const id = await offerHome(page);
	await signOut(page);

	await signInAtPage(page, 'richiedente');
	await page.goto('/my/home-search');
	await page.fill('[name=people]', '3');
	// A home goes first to a household whose needs it meets: these get ahead of the invented ones.
	await page.check('input[value=carersRoom]');
	await page.fill('[name=isee]', '40.000,01');
	await send(page, /Manda/);
	await expect(page.getByRole('alert')).toContainText('40.000,00');
	await page.fill('[name=isee]', '18.000,00');
	await send(page, /Manda/);
	const pseudonym = /R-[0-9A-F]{8}/.exec(await page.getByRole('heading', { level: 1 }).innerText())![0];
	await signOut(page);

	await signInAtPage(page, 'funzionario');
	await page.goto(`/staff/listings/${id}`);
	await page.fill('[name=on]', day(0));
	await page.fill('[name=note]', 'Tutto in ordine');
	await send(page, /Registra il sopralluogo/);
	await send(page, /Pubblica/);
	await expect(page.getByRole('cell', { name: pseudonym }).or(page.getByText(pseudonym)).first()).toBeVisible();
	await send(page, new RegExp(pseudonym));
	await signOut(page);

	await signInAtPage(page, 'proprietario');
	await page.goto(`/landlord/listings/${id}`);
	await expect(page.locator('main')).not.toContainText('esigenze');
	await send(page, /Accetta questa famiglia/);
	await signOut(page);

	await signInAtPage(page, 'richiedente');
	await page.goto('/my/home-search');
	await page.locator('a[href*="/my/proposals/"]').first().click();
	await send(page, /mi interessa/);
	await expect(page.getByText('Avete detto sì tutti e due')).toBeVisible();
	await signOut(page);

	await signInAtPage(page, 'funzionario');
	await page.goto(`/staff/listings/${id}/tenants`);
	await page.fill('[name=contractOn]', day(0));
	await page.fill('[name=document]', 'TN1-2026-77');
	await send(page, /Registra il contratto/);
	await page.fill('[name=keysOn]', day(0));
	await send(page, /Consegna le chiavi/);
	await expect(page.locator('main')).toContainText('Chiavi consegnate');
	await signOut(page);

	await signInAtPage(page, 'proprietario');
	await page.goto(`/landlord/listings/${id}`);
	await expect(page.locator('main')).toContainText('La casa è abitata.');
});
