import type { Page } from '@playwright/test';
import { expectAccessible } from '../../support/accessible';
import { expect, journeyTest as test } from '../../support/portal';
import { openReadyRequest, sendRequest } from '../../support/steps/apply';
import { passDeadline } from '../../support/steps/move-clock';
import { expectTitle, follow, person, press, send } from '../../support/steps/person';

const NOTICE = 'Alloggi ripristinati dell’agenzia, secondo avviso';
const INVITED = 'Case che ti consigliamo di guardare';

async function sendWheelchairRequest(applicant: Page): Promise<void> {
	await openReadyRequest(applicant);
	await sendRequest(applicant);
}

/** The household of the new request: two persons, as before. */
async function beginAgain(applicant: Page): Promise<void> {
	await applicant.fill('[name=birthDate]', '1968-03-10');
	await send(applicant, 'Salva e continua');
	await applicant.goto(applicant.url().replace(/[^/]+$/, 'household'));
	await applicant.selectOption('[name=relation]', 'spouse');
	await applicant.fill('[name=birthDate]', '1965-07-01');
	await press(applicant, 'Aggiungi questa persona');
}

async function openReport(officer: Page): Promise<void> {
	await officer.goto('/staff/notices');
	await follow(officer, NOTICE);
	await follow(officer, 'Alloggi accessibili: a chi andrebbero e chi invitare');
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false, actionTimeout: 20_000 });
	test.setTimeout(240_000);

	test('an officer invites who needs an accessible home and did not list it; who was invited finds it on every page that lists homes', async ({
		browser,
		page: visitor
	}) => {
		const applicant = await person(browser, 'richiedente2');
		await sendWheelchairRequest(applicant);
		await applicant.goto('/my');
		await expect(applicant.getByText(INVITED)).toHaveCount(0);

		const officer = await person(browser, 'funzionario');
		await openReport(officer);
		await expect(officer.getByText('un numero immaginato')).toBeVisible();
		const rows = officer.locator('tbody tr');
		const missed = rows.filter({ hasText: '1 famiglia' });
		expect(await missed.count()).toBeGreaterThan(0);
		await expect(missed.first()).toContainText('chi lo può usare');
		await press(officer, 'Manda 1 lettera');
		await expect(officer.getByText('Fatto: le lettere sono partite')).toBeVisible();
		await expect(officer.getByText('Finora è stata invitata 1 famiglia.')).toBeVisible();
		await expect(officer.getByRole('button', { name: /^Manda/ })).toHaveCount(0);

		await visitor.goto('/demo/mail');
		const letter = visitor
			.locator('article, li, section')
			.filter({ hasText: 'Un messaggio sulla tua domanda' })
			.first();
		await expect(letter).toContainText('che potrebbero andare bene per la tua famiglia');
		await expect(letter).toContainText(/- (via|viale|piazza|corso|largo) .+, piano/);
		await expect(letter).not.toContainText(/accessibil|rotelle|disabil|bisogn/i);

		await applicant.goto('/my');
		await applicant.getByRole('link', { name: 'Guarda le case' }).click();
		const invited = applicant.getByRole('region', { name: INVITED });
		await expect(invited).toContainText('va bene per le tue esigenze');
		await expect(invited).toContainText('Per aggiungere una casa puoi correggerla');
		await follow(applicant, 'Vedi che cosa succede se la ritiri');
		await press(applicant, 'Ritira la domanda');
		await expectTitle(applicant, 'Hai ritirato la domanda');
		await expect(invited).toContainText('indicale nella lista delle case');
		const list = (await invited.getByRole('link').getAttribute('href'))!;
		await follow(applicant, 'Vai alla lista delle case');
		await beginAgain(applicant);
		await applicant.goto(list);
		await expectTitle(applicant, 'Gli alloggi');
		const suggested = applicant.locator('.callout', { hasText: INVITED }).getByRole('link');
		const home = (await suggested.first().getAttribute('href'))!;
		await expect(applicant.locator(`article${home}`)).toContainText('Riserva: prima per chi usa la sedia a rotelle');
	});

	test('after closing the page is read, and nobody is invited any more', async ({ browser, page: visitor, portal }) => {
		await sendWheelchairRequest(await person(browser, 'richiedente2'));
		const officer = await person(browser, 'funzionario');
		await openReport(officer);
		await expect(officer.getByRole('button', { name: 'Manda 1 lettera' })).toBeVisible();
		await passDeadline(visitor, portal, 'si chiude un avviso');
		await press(officer, 'Manda 1 lettera');
		await expect(officer.getByRole('alert')).toContainText('Non è partita nessuna lettera.');
		await expect(officer.getByRole('button', { name: /^Manda/ })).toHaveCount(0);
		await expect(officer.locator('tbody tr').first()).toBeVisible();
		await visitor.goto('/demo/mail');
		await expect(visitor.getByText('Un messaggio sulla tua domanda')).toHaveCount(0);
	});
});

test('a double click sends one letter; the pages are accessible and no wider than a phone', async ({ browser }) => {
	test.setTimeout(240_000);
	const applicant = await person(browser, 'richiedente2');
	await sendWheelchairRequest(applicant);
	const officer = await person(browser, 'dirigente');
	await openReport(officer);
	await expectAccessible(officer);
	await officer.getByRole('button', { name: 'Manda 1 lettera' }).click({ clickCount: 2 });
	await expect(officer.getByText('Finora è stata invitata 1 famiglia.')).toBeVisible();
	await officer.goto('/demo/mail');
	await expect(officer.getByText('Un messaggio sulla tua domanda')).toHaveCount(1);
	await applicant.goto('/my');
	await expectAccessible(applicant);
	await applicant.getByRole('link', { name: 'Guarda le case' }).click();
	await expectAccessible(applicant);
	await openReport(officer);
	for (const page of [officer, applicant]) {
		await page.setViewportSize({ width: 320, height: 700 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
	}
});
