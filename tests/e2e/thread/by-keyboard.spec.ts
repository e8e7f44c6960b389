import type { Page } from '@playwright/test';
import { aPicture } from '../../support/builders/paper';
import { expect, journeyTest as test } from '../../support/portal';
import { Keyboard } from '../../support/steps/by-keyboard';
import { expectTitle } from '../../support/steps/person';

// One journey with everything that keeps people out: no mouse, no script, a narrow window, and the colours of the system.
test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

const SAVE = 'Salva e continua';

async function signIn(page: Page): Promise<void> {
	const keys = new Keyboard(page);
	await page.goto('/login');
	await keys.write('email', 'richiedente@chiavi.example');
	await keys.write('password', 'chiavi-demo');
	await keys.press('Accedi');
	await page.waitForURL('**/my');
}

async function tellHousehold(page: Page): Promise<void> {
	const keys = new Keyboard(page);
	await page.goto('/notices');
	await keys.follow('Alloggi ripristinati dell’agenzia, secondo avviso');
	await keys.follow('Fai domanda');
	await keys.writeDay('birthDate', '1986-05-14');
	await keys.press(SAVE);
	await keys.select(page.locator('select[name=relation]'), 'Figl');
	await keys.writeDay('birthDate', '2014-02-03');
	await keys.press('Aggiungi questa persona');
	await expect(page.locator('main')).toContainText('3 febbraio 2014');
	await keys.press(SAVE);
	await expectTitle(page, 'Dove abiti');
}

async function tellTheRest(page: Page): Promise<void> {
	const keys = new Keyboard(page);
	await keys.writeDay('municipalitySince', '1986-05-14');
	await keys.writeDay('regionSince', '1986-05-14');
	await keys.choose('worksInLombardy', 'yes');
	await keys.choose('citizenship', 'italian');
	await keys.press(SAVE);
	await expectTitle(page, 'La casa di adesso');
	await keys.choose('kind', 'rented');
	await keys.write('netArea', '18');
	await keys.choose('eviction', 'none');
	await keys.choose('unhealthy', 'no');
	await keys.choose('ownsAdequateHome', 'no');
	await keys.press(SAVE);
	await expectTitle(page, 'ISEE e patrimonio');
	await keys.write('isee', '2.000,50');
	await keys.press(SAVE);
	await expectTitle(page, 'Di che cosa hai bisogno');
	await keys.tick('severeDisability');
	await keys.press(SAVE);
	await expectTitle(page, 'Gli alloggi');
	await keys.select(page.locator('select[name^=place-]').first(), '1');
	await keys.press(SAVE);
}

async function sendPaper(page: Page): Promise<void> {
	const keys = new Keyboard(page);
	await keys.follow(/^Manda il documento/);
	const buffer = await aPicture().png().toBuffer();
	await page.setInputFiles('[name=pages]', { name: 'davanti.png', mimeType: 'image/png', buffer });
	await keys.press('Manda il documento');
	await keys.follow('Torna alla tua domanda');
	await expectTitle(page, 'Controlla e invia');
}

test('a request with a paper is sent and withdrawn by keys alone, without script, in forced colours', async ({
	page
}) => {
	page.setDefaultTimeout(20_000);
	await page.emulateMedia({ forcedColors: 'active' });
	const keys = new Keyboard(page);
	await signIn(page);
	await tellHousehold(page);
	await tellTheRest(page);
	const crowded = page.getByRole('link', { name: 'Va bene così, continua' });
	await expect(crowded.or(page.getByRole('heading', { level: 1, name: 'Controlla e invia' }))).toBeVisible();
	if (await crowded.isVisible()) await keys.follow('Va bene così, continua');
	await expectTitle(page, 'Controlla e invia');
	await sendPaper(page);
	await keys.tick('confirmed');
	await keys.tick('declared');
	await keys.press('Invia la domanda');
	await expectTitle(page, 'La tua domanda è arrivata');
	await keys.follow('Vai alla tua domanda');
	await keys.follow('Vedi che cosa succede se la ritiri');
	await keys.press('Ritira la domanda');
	await expectTitle(page, 'Hai ritirato la domanda');
});
