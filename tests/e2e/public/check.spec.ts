import type { Page } from '@playwright/test';
import { bringChecker, expectAccessible, expectGoodAtEveryWidth } from '../../support/accessible';
import { expect, journeyTest, readingTest } from '../../support/portal';
import { DEMO_PASSWORD } from '../../support/sign-in';
import { choose, goOn, tellEverything } from '../../support/steps/check';
import { expectTitle, press } from '../../support/steps/person';

readingTest.setTimeout(240_000);
journeyTest.setTimeout(240_000);

const notice = (page: Page) => page.getByRole('article').filter({ hasText: 'secondo avviso' });

readingTest(
	'every page of the check is accessible on a phone and fits every width, with an error too',
	async ({ page }) => {
		await bringChecker(page.context());
		const look = () => expectGoodAtEveryWidth(page);
		await tellEverything(page, look);
		await page.getByText('Vedi i requisiti e i punti').first().click();
		await look();
		await page.getByRole('button', { name: 'Cambia: ISEE e patrimonio' }).click();
		await page.fill('[name=isee]', 'duemila');
		await goOn(page);
		await expect(page.locator('main').getByRole('alert')).toContainText('Scrivi un importo in euro');
		await look();
	}
);

readingTest('the page is sent without a script, and asks nobody else for anything', async ({ page, baseURL }) => {
	const asked = new Set<string>();
	page.on('request', (request) => asked.add(request.resourceType()));
	page.on('request', (request) => expect(new URL(request.url()).origin).toBe(baseURL));
	await page.goto('/check', { waitUntil: 'networkidle' });
	expect([...asked].filter((type) => ['script', 'fetch', 'xhr'].includes(type))).toEqual([]);
});

readingTest.describe('without JavaScript', () => {
	readingTest.use({ javaScriptEnabled: false });

	readingTest('requirements, points to the hundredth, sizes and documents for every open notice', async ({ page }) => {
		await tellEverything(page);
		await expect(page.locator('main')).toContainText(
			'Non possiamo ancora dirti se puoi fare domanda: manca qualche risposta.'
		);
		const card = notice(page);
		await expect(card).toContainText('Hai detto: 6.400,50 €');
		await expect(card).toContainText('Non hai indicato il patrimonio. Per la tua famiglia il limite è 23.850,00 €.');
		const points = await card.locator('.lines dd').allInnerTexts();
		const hundredths = points.map((text) =>
			Math.round(Number(text.replace('.', '').replace(',', '.').replace('−', '-')) * 100)
		);
		expect(hundredths.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBe(hundredths.at(-1));
		await expect(card.locator('.sum')).toContainText('50,00');
		await expect(card).toContainText('Per 2 persone va bene una casa da 38 m² a 55 m².');
		await expect(card).toContainText(/solo di prova/);
		await expect(page.locator('main')).toContainText('Verbale della legge 104');
		const region = page.getByRole('article').filter({ hasText: 'Servizi abitativi pubblici' });
		await expect(region).toContainText('si chiedono solo sul sito di Regione Lombardia');

		await card.getByRole('button', { name: 'Rispondi: ISEE e patrimonio' }).click();
		await expect(page.locator('[name=isee]')).toHaveValue('6.400,50');
		await page.fill('[name=assets]', '1.000');
		await goOn(page);
		await expect(page.locator('[name=percent-2]')).toHaveValue('100');
		await goOn(page);
		await expect(page.locator('main')).toContainText('Con queste risposte puoi fare domanda per un avviso aperto.');
	});

	readingTest('a permit whose last day is blank does not count as met', async ({ page }) => {
		await tellEverything(page);
		await notice(page).getByRole('button', { name: 'Rispondi: ISEE e patrimonio' }).click();
		await page.fill('[name=assets]', '1.000');
		await press(page, 'Indietro');
		await press(page, 'Indietro');
		await choose(page, 'citizenship', 'eu-long-term-permit');
		for (let step = 0; step < 4; step += 1) await goOn(page);
		await expect(notice(page)).toContainText('non possiamo ancora dirlo: manca una risposta');
		await expect(notice(page)).toContainText('Manca l’ultimo giorno del permesso di soggiorno.');
		await notice(page).getByRole('button', { name: 'Rispondi: Dove abiti' }).click();
		await page.fill('[name=permitValidTo]', '2031-12-31');
		for (let step = 0; step < 4; step += 1) await goOn(page);
		await expect(notice(page)).toContainText('hai tutti i requisiti');
	});

	readingTest('answers that hardly go together lead back to their pages', async ({ page }) => {
		await page.goto('/check');
		await press(page, 'Aggiungi una persona');
		await page.fill('[name=birthDate-1]', '1986-05-14');
		await page.selectOption('[name=relation-2]', 'child');
		await page.fill('[name=birthDate-2]', '1940-02-03');
		for (let step = 0; step < 5; step += 1) await goOn(page);
		const odd = page.locator('.callout', { hasText: 'Controlla, per favore' });
		await odd.getByRole('button').first().click();
		await expect(page.locator('[name=birthDate-2]')).toHaveValue('1940-02-03');
	});

	readingTest('nothing told: nothing is guessed', async ({ page }) => {
		await page.goto('/check');
		for (let step = 0; step < 5; step += 1) await goOn(page);
		await expectTitle(page, 'Il risultato');
		await expect(notice(page).getByText('a posto')).toHaveCount(0);
		await expect(notice(page).getByText('non c’è', { exact: true })).toHaveCount(0);
		await expect(notice(page)).toContainText('Con queste risposte non ci sono punti.');
		await expect(notice(page)).toContainText('Non ancora contati');
	});

	readingTest('going back and reloading lose nothing, by the page or by the browser', async ({ page }) => {
		await page.goto('/check');
		await page.fill('[name=birthDate-1]', '1986-05-14');
		await goOn(page);
		await choose(page, 'livesIn', 'milan');
		await press(page, 'Indietro');
		await expect(page.locator('[name=birthDate-1]')).toHaveValue('1986-05-14');
		await goOn(page);
		await expect(page.locator('[name=livesIn][value=milan]')).toBeChecked();
		await page.reload();
		await expectTitle(page, 'Dove abiti');
		await goOn(page);
		await expectTitle(page, 'La casa di adesso');
		await page.goBack();
		await expectTitle(page, 'Dove abiti');
		await expect(page.locator('[name=livesIn][value=milan]')).toBeChecked();
		await goOn(page);
		await expectTitle(page, 'La casa di adesso');
	});

	readingTest('the Enter key goes on, and a wrong answer is kept with its reason', async ({ page }) => {
		await page.goto('/check');
		await press(page, 'Aggiungi una persona');
		await page.fill('[name=birthDate-1]', '1986-05-14');
		await page.fill('[name=birthDate-2]', '2015-02-03');
		await page.locator('[name=birthDate-2]').press('Enter');
		await expect(page.locator('main').getByRole('alert')).toContainText('Scegli chi è per te questa persona.');
		await expect(page.locator('[name=birthDate-2]')).toHaveValue('2015-02-03');
		await page.getByRole('link', { name: 'Scegli chi è per te questa persona.' }).click();
		await expect(page).toHaveURL(/#field-relation-2$/);
		await page.getByRole('button', { name: 'Togli la persona 2' }).click();
		await expect(page.locator('[name=birthDate-2]')).toHaveCount(0);
		await goOn(page);
		await expectTitle(page, 'Dove abiti');
	});

	readingTest('what was tampered with gets a sentence, never an error', async ({ page, baseURL }) => {
		const send = (fields: Record<string, string>, act = 'answer') =>
			page.request.post(`/check?/${act}`, { form: fields, headers: { origin: baseURL!, accept: 'text/html' } });
		const carried = [
			'{',
			'null',
			'[]',
			'{"format":"check/9"}',
			'x'.repeat(30_000),
			'{"format":"check/1","values":{"a":[{}]}}'
		];
		for (const text of carried) {
			for (const act of ['answer', 'start']) {
				const answer = await send({ step: 'home', kind: 'none', carried: text, notice: 'x' }, act);
				expect(answer.status(), text.slice(0, 30)).toBe(422);
				expect(await answer.text()).toContain('Non riusciamo più a leggere le risposte di prima');
			}
		}
		const lost = await (await send({ step: 'result', to: 'income', carried: '{' })).text();
		expect(lost).toContain('name="birthDate-1"');
		const odd: Record<string, string>[] = [
			{},
			{ step: 'x', to: 'y' },
			{ step: 'result', to: 'result' },
			{ step: 'home', kind: '<b>' }
		];
		for (const form of odd) expect((await send(form)).status(), JSON.stringify(form)).toBeLessThan(500);
		for (const notice of ['', 'x', '019aa000-0000-7000-8000-000000000000'])
			expect((await send({ notice }, 'start')).status()).toBeLessThan(500);
	});
});

journeyTest.describe('without JavaScript, on to a request', () => {
	journeyTest.use({ javaScriptEnabled: false });

	journeyTest(
		'the answers wait while the person signs in, and fill what was not answered yet',
		async ({ page, context }) => {
			await tellEverything(page);
			await notice(page)
				.getByRole('button', { name: /Comincia la domanda/ })
				.click();
			await expect(page).toHaveURL(/\/login\?next=/);
			// The identifier of the notice holds any digits.
			const shown = page.url().replaceAll(/[0-9a-f-]{36}/g, '');
			for (const secret of ['1986', '6400', 'serious', 'enforceable']) expect(shown).not.toContain(secret);
			const cookie = (await context.cookies()).find(({ name }) => name === 'chiavi_told');
			expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
			await page.fill('[name=email]', 'richiedente@chiavi.example');
			await page.fill('[name=password]', DEMO_PASSWORD);
			await press(page, 'Accedi');
			await expectTitle(page, 'Usa le risposte che hai dato');
			await press(page, 'Usa le risposte');
			await expectTitle(page, 'Controlla e invia');
			await expect(page.locator('main')).toContainText('Abbiamo messo qui le risposte che avevi dato.');
			await expect(page.locator('main')).toContainText('6.400,50 €');
			await expect(page.locator('main')).toContainText('16,50 m²');
			const used = (await context.cookies()).find(({ name }) => name === 'chiavi_told');
			expect(used!.expires).toBeLessThanOrEqual(Date.now() / 1000 + 61);
			await context.clearCookies({ name: 'chiavi_told' });
			const address = page.url().replace(/apply\/([^/]+)\/check.*/, 'answers/$1');
			await page.goto(address);
			await expect(page.locator('main')).toContainText('Le risposte non ci sono più');
		}
	);
});

journeyTest('the page that takes the answers is accessible, and asks before it replaces', async ({ page }) => {
	await tellEverything(page);
	await notice(page)
		.getByRole('button', { name: /Comincia la domanda/ })
		.click();
	await page.fill('[name=email]', 'richiedente@chiavi.example');
	await page.fill('[name=password]', DEMO_PASSWORD);
	await press(page, 'Accedi');
	await expectTitle(page, 'Usa le risposte che hai dato');
	await expectAccessible(page);
	await press(page, 'Usa le risposte');
	await expectTitle(page, 'Controlla e invia');
	await tellEverything(page);
	await page.getByRole('button', { name: 'Cambia: ISEE e patrimonio' }).click();
	await expectTitle(page, 'ISEE e patrimonio');
	await page.fill('[name=isee]', '7.000');
	await goOn(page);
	await expectTitle(page, 'Situazioni che contano');
	await goOn(page);
	await expectTitle(page, 'Il risultato');
	await notice(page)
		.getByRole('button', { name: /Comincia la domanda/ })
		.click();
	await expect(page.locator('main')).toContainText('già salvata: resta com’è');
	await page.setViewportSize({ width: 320, height: 900 });
	await expectAccessible(page);
	await page.check('[name=replace]');
	await press(page, 'Usa le risposte');
	await expect(page.locator('main')).toContainText('7.000,00 €');
});
