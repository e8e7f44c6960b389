import { expect, journeyTest as test, readingTest } from '../../support/portal';
import { expectAccessible } from '../../support/accessible';
import { openOffer } from '../../support/steps/answer-offer';
import { expectTitle, follow, person, press } from '../../support/steps/person';
import { approveAndPublish, openRound } from '../../support/steps/run-round';

test.use({ javaScriptEnabled: false, actionTimeout: 20_000 });
test.setTimeout(180_000);

const NOTICE = 'Alloggi ripristinati dell’agenzia, primo avviso';

test('a refusal: the chain is read, applied as read, and published with its difference', async ({ browser, page }) => {
	const applicant = await person(browser, 'richiedente');
	await openOffer(applicant);
	await follow(applicant, 'Rifiuto questa casa');
	await applicant.getByRole('radio').nth(2).check();
	await press(applicant, 'Rifiuta la casa');
	await expectTitle(applicant, 'Hai rifiutato questa casa');

	const officer = await person(browser, 'funzionario');
	await openRound(officer, NOTICE);
	await expect(officer.locator('main')).toContainText('Registro delle riserve');
	await follow(officer, 'Guarda lo scorrimento prima di applicarlo');
	await expect(officer.locator('main ol:not(.breadcrumb)').first()).toContainText('lascia la graduatoria');
	const chain = officer.url();
	const other = await person(browser, 'dirigente');
	await other.goto(chain);
	await press(officer, /^Applica e prepara la versione 5/);
	await expect(officer.getByText('Aspetta una seconda persona')).toBeVisible();
	// The manager read the same chain and comes second: who was first, and when.
	await press(other, /^Applica e prepara la versione 5/);
	await expect(other.getByRole('alert')).toContainText(/preparata da .+ ore \d/);
	await approveAndPublish(other, NOTICE);

	await page.goto('/rankings');
	await page.locator('main').getByRole('link', { name: NOTICE }).first().click();
	await follow(page, /^versione 5, definitiva/);
	await expectTitle(page, 'Versione 5, definitiva');
	// The difference to the version before would tell who left, and from which home.
	await expect(page.locator('main')).toContainText('Non si pubblica chi ha quale casa');
	await expect(page.locator('main')).not.toContainText('non partecipa più');
});

readingTest.describe('every version', () => {
	readingTest.use({ javaScriptEnabled: true });

	readingTest('has its kind and its hashes', async ({ page }) => {
		await page.goto('/rankings');
		await page.locator('main').getByRole('link', { name: NOTICE }).first().click();
		for (const kind of ['1, provvisoria', '2, corretta', '3, definitiva']) {
			await follow(page, new RegExp(`^versione ${kind}`));
			await expectTitle(page, `Versione ${kind}`);
			await expect(page.locator('main dd code').first()).toHaveText(/^[0-9a-f]{64}$/);
			if (kind.endsWith('corretta')) await expectAccessible(page);
			await page.goBack();
		}
	});
});
