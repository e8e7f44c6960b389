import type { Page } from '@playwright/test';
import { temporary2026 } from '../../../src/lib/domain/ruleset/sets/temporary-2026';
import { bringChecker, expectAccessible } from '../../support/accessible';
import { expect, journeyTest as test } from '../../support/portal';
import { signIn } from '../../support/sign-in';
import { choose } from '../../support/steps/check';
import { expectTitle, follow, press } from '../../support/steps/person';
import { openUnder } from '../../support/steps/rules-of-notice';

// A new user on a small phone: five people, one of whom goes, two tabs, a session that ends, and second thoughts.

const PHONE = { width: 320, height: 640 };
test.use({ viewport: PHONE });
test.setTimeout(240_000);

const GRANDMOTHER = 'Genitore, nascita 2 febbraio 1940';
const family = [
	['spouse', '1984-03-01'],
	['child', '2012-06-10'],
	['child', '2015-03-03'],
	['parent', '1940-02-02']
] as const;

/** Nothing on the page is wider than the phone, and nothing is wrong for who cannot see it. */
async function fits(page: Page): Promise<void> {
	expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBe(PHONE.width);
	await expectAccessible(page);
}

const main = (page: Page) => page.locator('main');
const goOn = (page: Page) => press(page, 'Salva e continua');

async function tellFamily(page: Page): Promise<void> {
	await page.goto('/notices');
	await follow(page, 'Alloggi ripristinati dell’agenzia, secondo avviso');
	await follow(page, 'Fai domanda');
	await page.fill('[name=birthDate]', '1985-05-05');
	await goOn(page);
	for (const [relation, birthDate] of family) {
		await page.selectOption('[name=relation]', relation);
		await page.fill('[name=birthDate]', birthDate);
		await press(page, 'Aggiungi questa persona');
		await expect(page.locator('[name=birthDate]')).toHaveValue('');
	}
	await expect(main(page).getByRole('listitem').filter({ hasText: 'nascita' })).toHaveCount(5);
	await fits(page);
	await goOn(page);
	await expectTitle(page, 'Dove abiti');
}

async function tellHome(page: Page): Promise<void> {
	await page.fill('[name=municipalitySince]', '2010-01-01');
	await page.fill('[name=regionSince]', '2010-01-01');
	await choose(page, 'worksInLombardy', 'yes');
	await choose(page, 'citizenship', 'italian');
	await goOn(page);
	await expectTitle(page, 'La casa di adesso');
	await choose(page, 'kind', 'none');
	for (const gone of ['eviction', 'unhealthy', 'shared', 'netArea'])
		await expect(page.locator(`[name=${gone}]`).first()).toBeHidden();
	await choose(page, 'kind', 'rented');
	await page.fill('[name=netArea]', '45');
	await choose(page, 'eviction', 'none');
	await choose(page, 'unhealthy', 'no');
	await choose(page, 'shared', 'no');
	await choose(page, 'ownsAdequateHome', 'no');
	await fits(page);
	await goOn(page);
	await expectTitle(page, 'Situazioni che contano');
}

/** The answers about the grandmother go with her, and are asked again of the others. */
async function removeGrandmother(page: Page): Promise<void> {
	await choose(page, 'hasDisability', 'yes');
	await page.fill('[name=percent-5]', '100');
	await choose(page, 'disability-5', 'serious');
	await choose(page, 'homeHasBarriers', 'yes');
	await choose(page, 'emergency', 'home-unusable');
	await goOn(page);
	await expectTitle(page, 'ISEE e patrimonio');
	await page.goto(page.url().replace('income', 'household'));
	await press(page, `Togli ${GRANDMOTHER}`);
	await expect(main(page)).not.toContainText(GRANDMOTHER);
	await page.goto(page.url().replace('household', 'circumstances'));
	await expect(main(page)).toContainText('Le persone della tua famiglia sono cambiate');
	await expect(page.locator('[name=percent-5]')).toHaveCount(0);
	await choose(page, 'hasDisability', 'no');
	await choose(page, 'homeHasBarriers', 'no');
	await choose(page, 'emergency', 'home-unusable');
	await fits(page);
	await goOn(page);
	await expectTitle(page, 'ISEE e patrimonio');
}

async function meetInTwoTabs(page: Page): Promise<void> {
	const other = await page.context().newPage();
	await other.setViewportSize(PHONE);
	await other.goto(page.url());
	await page.fill('[name=isee]', '6.400,50');
	await goOn(page);
	await expectTitle(page, 'Di che cosa hai bisogno');
	await other.fill('[name=isee]', '6.900');
	await goOn(other);
	await expect(main(other).getByRole('alert')).toContainText('Hai salvato queste risposte in un’altra scheda');
	await expect(main(other)).toContainText('6400,50');
	await fits(other);
	await other.getByRole('radiogroup', { name: /ISEE/ }).getByRole('radio').nth(1).check();
	await goOn(other);
	await expectTitle(other, 'Di che cosa hai bisogno');
	await other.close();
}

async function loseSession(page: Page): Promise<void> {
	await page.check('[name=moving][value=fewSteps]');
	await page.context().clearCookies({ name: 'chiavi_session' });
	await goOn(page);
	await expectTitle(page, 'Accedi');
	await expect(main(page)).toContainText('Quello che hai scritto non è perso');
	await fits(page);
	await page.fill('[name=email]', 'richiedente@chiavi.example');
	await page.fill('[name=password]', 'chiavi-demo');
	await press(page, 'Accedi');
	await expectTitle(page, 'Quello che avevi scritto');
	await fits(page);
	await press(page, 'Invia adesso');
	await expectTitle(page, 'Gli alloggi');
}

async function send(page: Page): Promise<void> {
	await page.locator('select[name^=place-]').first().selectOption('1');
	await fits(page);
	await goOn(page);
	const crowded = page.getByRole('link', { name: 'Va bene così, continua' });
	await expect(crowded.or(page.getByRole('heading', { level: 1, name: 'Controlla e invia' }))).toBeVisible();
	if (await crowded.isVisible()) await crowded.click();
	await expectTitle(page, 'Controlla e invia');
	await expect(main(page)).toContainText('Pochi gradini o nessuno');
	await fits(page);
	await page.check('[name=confirmed]');
	await page.check('[name=declared]');
	await press(page, 'Invia la domanda');
	await expectTitle(page, 'La tua domanda è arrivata');
	await expect(main(page)).toContainText('6.900,00');
	for (const gone of ['Genitore', '100 %', '6.400,50']) await expect(main(page)).not.toContainText(gone);
	await fits(page);
}

/** The request is withdrawn, begun again with its answers, and thrown away. */
async function thinkAgain(page: Page): Promise<void> {
	await follow(page, 'Vai alla tua domanda');
	await follow(page, 'Vedi che cosa succede se la ritiri');
	await expect(main(page)).toContainText('La domanda è annullata. Non si può riprendere.');
	await fits(page);
	await press(page, 'Ritira la domanda');
	await expectTitle(page, 'Hai ritirato la domanda');
	await press(page, 'Fai un’altra domanda');
	await expectTitle(page, 'Controlla e invia');
	await expect(main(page)).toContainText('6.900,00');
	await follow(page, 'Butta via le risposte');
	await fits(page);
	await press(page, 'Butta via');
	await page.waitForURL(/\/my$/);
	await expect(main(page)).toContainText('Hai ritirato la domanda');
	await expect(main(page)).not.toContainText('Butta via le risposte');
	await fits(page);
}

test('a family of five applies on a phone, loses a grandmother, a tab and a session, and withdraws', async ({
	page,
	portal
}) => {
	openUnder(portal, temporary2026);
	await bringChecker(page.context());
	await signIn(page, 'richiedente');
	await tellFamily(page);
	await tellHome(page);
	await removeGrandmother(page);
	await meetInTwoTabs(page);
	await loseSession(page);
	await send(page);
	await thinkAgain(page);
});
