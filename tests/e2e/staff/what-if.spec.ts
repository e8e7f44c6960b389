import { expectAccessible } from '../../support/accessible';
import { expect, journeyTest as test } from '../../support/portal';
import { signIn } from '../../support/sign-in';
import { follow, person, press } from '../../support/steps/person';
import { recordDraw } from '../../support/steps/run-round';
import type { Page } from '@playwright/test';

/** A simulation of real size, 14,901 households: long enough to be seen running, and stopped. */
const SIMULATION = 'Simulazione dell’avviso di edilizia pubblica del 2020';

async function openQuestions(page: Page): Promise<void> {
	await page.goto('/staff/rounds');
	await page.getByRole('row', { name: SIMULATION }).getByRole('link').first().click();
	await follow(page, 'E se…');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('E se…');
}

const noWiderThan320 = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** Asks what the simulation would be without points for an eviction; the page that waits is open. */
async function askWithoutEvictions(page: Page): Promise<void> {
	await openQuestions(page);
	await page.getByLabel('Famiglie che rinunciano, su cento').fill('molte');
	await press(page, 'Prova con questi punti');
	await expect(page.getByText('Scrivi un numero intero da 0 a 90.').first()).toBeVisible();
	await expect(page.locator('[name=dropOutPercent]')).toHaveValue('molte');
	await page.locator('[name=dropOutPercent]').fill('20');
	await page.locator('[name=criterion]').selectOption({ label: 'Sfratto' });
	await page.locator('[name=pointsPercent]').fill('0');
	await press(page, 'Prova con questi punti');
	await expect(page.getByRole('heading', { name: 'Sto calcolando' })).toBeVisible();
}

test('an officer asks what another rule would do, reads who gains, and asks again without a script, and stops it', async ({
	page,
	browser
}) => {
	test.setTimeout(420_000);
	await signIn(page, 'funzionario');
	await recordDraw(page, await person(browser, 'dirigente'), SIMULATION);
	await askWithoutEvictions(page);
	await expectAccessible(page);
	await expect(page.getByText('assegnazioni immaginate')).toBeVisible({ timeout: 120_000 });
	await expect(page.getByRole('heading', { name: 'Chi ci guadagna e chi ci perde' })).toBeVisible({ timeout: 240_000 });
	await expect(page.getByRole('table', { name: 'Per numero di persone' })).toBeVisible();
	await expect(page.getByText(/fra le prime in graduatoria/)).toBeVisible();
	expect((await page.locator('td.number').allInnerTexts()).length).toBeGreaterThan(20);
	await expectAccessible(page);
	await page.setViewportSize({ width: 320, height: 800 });
	expect(await noWiderThan320(page)).toBe(true);
	await page.setViewportSize({ width: 1280, height: 900 });

	await page.getByLabel('Codice della domanda').fill('nessuna');
	await press(page, 'Cerca');
	await expect(page.getByText('Nessuna domanda nessuna in questa assegnazione.')).toBeVisible();
	await follow(page, 'Torna alle simulazioni');
	await expectAccessible(page);
	await expect(page.getByRole('table', { name: 'Simulazioni già chieste' }).getByText('pronta')).toBeVisible();

	const withoutScript = await person(browser, 'funzionario', { javaScriptEnabled: false });
	await askWithoutEvictions(withoutScript);
	await expect(withoutScript.locator('meta[http-equiv=refresh]')).toHaveCount(1);
	await press(withoutScript, 'Ferma il calcolo');
	await expect(withoutScript.getByText('L’hai fermata, o l’ha fermata un collega.')).toBeVisible();
	await follow(withoutScript, 'Torna alle simulazioni');
	const asked = withoutScript.getByRole('table', { name: 'Simulazioni già chieste' });
	await expect(asked.getByText('fermata')).toBeVisible();
});
