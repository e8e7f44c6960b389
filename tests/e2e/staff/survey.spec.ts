import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { bringChecker, violationsOf } from '../../support/accessible';
import { expect, fileTest as test } from '../../support/portal';
import { signIn, signOut } from '../../support/sign-in';
import { person } from '../../support/steps/person';

const phone = { viewport: { width: 360, height: 740 } };
test.use(phone);
test.describe.configure({ mode: 'default' });

const PHOTO = { name: 'bagno.jpg', mimeType: 'image/jpeg' };
const photo = async () => ({
	...PHOTO,
	buffer: await sharp({ create: { width: 2_400, height: 1_800, channels: 3, background: '#7a9' } })
		.jpeg()
		.toBuffer()
});

/** The survey of a home in works: each test writes on another. */
async function openSurvey(page: Page, home: number): Promise<string> {
	await page.goto('/staff/dwellings?state=in_works');
	await page.locator('tbody a').nth(home).click();
	await page.getByRole('link', { name: 'Misura con il telefono' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Rilievo dell’alloggio');
	return new URL(page.url()).pathname;
}
/** The survey of a building that no open notice promises; returns the page of one of its homes. */
async function openFreeBuilding(page: Page): Promise<string> {
	await page.goto('/staff/dwellings?state=in_works');
	const rows = await page.locator('tbody a').evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''));
	for (const home of rows) {
		await page.goto(`${home}/survey`);
		await page.getByRole('link', { name: /Misura l’edificio/ }).click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Rilievo dell’edificio');
		if ((await page.getByText('Un avviso aperto promette').count()) === 0) return home;
	}
	throw new Error('Every building is promised.');
}

const sendButton = (page: Page) =>
	page.locator('form.survey .actions').getByRole('button', { name: 'Manda il rilievo' });
const saved = (page: Page) => page.getByText('Il rilievo è registrato.');
const ready = (page: Page) => page.getByText('Questa pagina si apre anche senza rete');
const fact = (page: Page, name: string) => page.locator('dl > div').filter({ hasText: name }).first();

test('a survey in a cellar: asked about a slip, kept without a network, reloaded, and sent when it is back', async ({
	page,
	context
}) => {
	await bringChecker(context);
	await signIn(page, 'funzionario');
	const survey = await openSurvey(page, 0);
	await expect(ready(page)).toBeVisible();
	await page.fill('[name=innerDoorMm]', '7');
	await page.fill('[name=corridorMm]', '110');
	await page.locator('[name=grabRails][value=no]').check();
	await expect(page.getByText('7 cm? Di solito è tra 50 cm e 130 cm. Forse è 70 cm.')).toBeVisible();
	expect(await violationsOf(page)).toEqual([]);

	await context.setOffline(true);
	await page.reload();
	await expect(page.locator('[name=innerDoorMm]')).toHaveValue('7');
	await expect(page.locator('[name=grabRails][value=no]')).toBeChecked();
	await sendButton(page).click();
	await expect(page.getByText('Guarda ancora una volta queste misure')).toBeVisible();
	await page.fill('[name=innerDoorMm]', '70');
	await sendButton(page).click();
	await expect(page.getByText('Il rilievo è al sicuro su questo telefono')).toBeVisible();
	await page.locator('[name=photo]').setInputFiles(await photo());
	await page.getByRole('button', { name: 'Aggiungi la fotografia' }).click();
	await expect(page.getByText('Su questo telefono ci sono 2 tra rilievi e fotografie da mandare.')).toBeVisible();

	// Another page does not open, and the survey is offered in its place.
	await page.goto('/staff/notices');
	await page.getByRole('link', { name: /Rilievo dell’alloggio/ }).click();
	await expect(page.getByText('Su questo telefono ci sono 2 tra')).toBeVisible();

	const arrived = page.waitForResponse((answer) => answer.url().endsWith('/photo') && answer.ok());
	await context.setOffline(false);
	await page.goto('/staff/notices');
	await arrived;
	await expect(page.getByText('da mandare')).toHaveCount(0);
	await page.goto(survey.replace(/\/survey$/, ''));
	await expect(fact(page, 'Porta interna più stretta')).toContainText('70 cm');
	await expect(fact(page, 'Corridoio')).toContainText('110 cm');
	const picture = page.locator('.photos img');
	await expect(picture).toHaveCount(1);
	await picture.scrollIntoViewIfNeeded();
	await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);
	// The form begins empty again: what was sent is not written twice.
	await page.goto(survey);
	await expect(page.locator('[name=corridorMm]')).toHaveValue('');
});

test('what somebody else wrote meanwhile is shown before it is written over', async ({ browser, page }) => {
	await signIn(page, 'funzionario');
	const survey = await openSurvey(page, 1);
	await page.fill('[name=bathDoorMm]', '68');
	const other = await person(browser, 'funzionario2');
	await other.goto(survey);
	await other.fill('[name=bathDoorMm]', '78');
	await sendButton(other).click();
	await expect(saved(other)).toBeVisible();

	await sendButton(page).click();
	await expect(page.getByText(/Porta del bagno: intanto nel registro è stato scritto 78 cm/).first()).toBeVisible();
	await expect(page.locator('[name=bathDoorMm]')).toHaveValue('68');
	await page.reload();
	await expect(page.getByText('Abbiamo ritrovato quello che avevi scritto')).toBeVisible();
	await expect(page.locator('[name=bathDoorMm]')).toHaveValue('68');
	await sendButton(page).click();
	await expect(page.getByText(/intanto nel registro è stato scritto 78 cm/).first()).toBeVisible();
	await sendButton(page).click();
	await expect(saved(page)).toBeVisible();
	await page.goto(survey.replace(/\/survey$/, ''));
	await expect(fact(page, 'Porta del bagno')).toContainText('68 cm');
});

test('what is on a phone is sent by whoever wrote it, after signing in again', async ({ page, context }) => {
	await signIn(page, 'funzionario');
	await openSurvey(page, 2);
	await expect(ready(page)).toBeVisible();
	await page.fill('[name=noiseDb]', '31');
	await signOut(page);
	await sendButton(page).click();
	await expect(page.getByText('L’accesso è scaduto')).toBeVisible();
	await signIn(page, 'funzionario2');
	await page.goto('/staff/dwellings');
	await expect(page.getByText('da mandare')).toHaveCount(0);
	await context.clearCookies();
	const sent = page.waitForResponse(
		(answer) => answer.request().method() === 'POST' && answer.url().includes('/survey')
	);
	await signIn(page, 'funzionario');
	await page.goto('/staff/dwellings');
	await sent;
	await expect(page.getByText('da mandare')).toHaveCount(0);
});

test('a page left open sends nothing under the account that signed in after it', async ({ page, context }) => {
	await signIn(page, 'funzionario');
	const survey = await openSurvey(page, 3);
	await page.fill('[name=noiseDb]', '31');
	const other = await context.newPage();
	await signOut(other);
	await signIn(other, 'funzionario2');
	await sendButton(page).click();
	await expect(page.getByText('L’accesso è scaduto')).toBeVisible();
	await other.goto(survey.replace(/\/survey$/, ''));
	await expect(fact(other, 'Rumore di notte')).toHaveCount(0);
});

test('a photograph that cannot be read is told why, and stays chosen', async ({ page }) => {
	await signIn(page, 'funzionario');
	await openSurvey(page, 4);
	await page.locator('[name=photo]').setInputFiles({ ...PHOTO, buffer: Buffer.from('%PDF-1.7') });
	await page.getByRole('button', { name: 'Aggiungi la fotografia' }).click();
	await expect(page.getByText('non è una fotografia che sappiamo leggere')).toBeVisible();
	expect(await page.locator('[name=photo]').evaluate((input: HTMLInputElement) => input.files?.length)).toBe(1);
	await expect(page.getByText('da mandare')).toHaveCount(0);
});

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('a survey is asked about, confirmed, and recorded; a photograph added and erased', async ({ page }) => {
		await signIn(page, 'funzionario');
		const survey = await openSurvey(page, 5);
		await sendButton(page).click();
		await expect(page.getByText('Non hai scritto nessuna misura')).toBeVisible();
		await page.fill('[name=innerDoorMm]', '145');
		await page.fill('[name=corridorMm]', 'largo');
		await sendButton(page).click();
		await expect(page.locator('[name=corridorMm]')).toHaveValue('largo');
		await page.fill('[name=corridorMm]', '120,5');
		await sendButton(page).click();
		await expect(page.getByText('145 cm? Di solito è tra 50 cm e 130 cm.').first()).toBeVisible();
		await page.getByLabel('È giusto così: 145 cm').check();
		await sendButton(page).click();
		await expect(saved(page)).toBeVisible();

		await page.getByRole('button', { name: 'Aggiungi la fotografia' }).click();
		await expect(page.getByText('Scegli una fotografia.')).toBeVisible();
		await page.locator('[name=photo]').setInputFiles({ ...PHOTO, buffer: Buffer.from('%PDF-1.7') });
		await page.getByRole('button', { name: 'Aggiungi la fotografia' }).click();
		await expect(page.getByText('non è una fotografia che sappiamo leggere')).toBeVisible();
		await page.locator('[name=photo]').setInputFiles(await photo());
		await page.getByRole('button', { name: 'Aggiungi la fotografia' }).click();
		await expect(page.getByText('La fotografia è salvata.')).toBeVisible();
		await page.locator('.photos summary').click();
		await page.getByRole('button', { name: 'Sì, cancella per sempre' }).click();
		await expect(page.getByText('La fotografia è cancellata.')).toBeVisible();
		await page.goto(survey.replace(/\/survey$/, ''));
		await expect(fact(page, 'Porta interna più stretta')).toContainText('145 cm');
		await expect(fact(page, 'Corridoio')).toContainText('120,5 cm');
	});

	test('the way in is written piece by piece, and says by itself how wide the door is', async ({ page }) => {
		await signIn(page, 'funzionario');
		const home = await openFreeBuilding(page);
		const pieces = page.locator('fieldset.person');
		while ((await pieces.count()) > 0)
			await page.getByRole('button', { name: 'Togli il tratto 1', exact: true }).click();
		await page.getByRole('button', { name: 'Aggiungi un tratto' }).click();
		await page.selectOption('[name="route.0.kind"]', 'door');
		await page.fill('[name="route.0.widthMm"]', '83');
		await page.getByRole('button', { name: 'Inserisci un tratto prima del 1' }).click();
		await expect(page.locator('[name="route.1.widthMm"]')).toHaveValue('83');
		await page.fill('[name="route.0.steps"]', '3');
		await sendButton(page).click();
		await expect(page.getByText('Scegli che cos’è questo tratto').first()).toBeVisible();
		await page.selectOption('[name="route.0.kind"]', 'steps');
		await page.fill('[name="route.0.heightMm"]', '16');
		await sendButton(page).click();
		await expect(saved(page)).toBeVisible();
		await page.goto(home);
		await expect(fact(page, 'Porta dell’edificio')).toContainText('83 cm');
		await expect(fact(page, 'Ingresso senza gradini')).toContainText('no');
	});
});
