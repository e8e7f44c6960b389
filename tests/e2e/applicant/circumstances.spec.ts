import type { Page } from '@playwright/test';
import { disabled2026 } from '../../../src/lib/domain/ruleset/sets/disabled-2026';
import { sap2025 } from '../../../src/lib/domain/ruleset/sets/sap-2025';
import { temporary2026 } from '../../../src/lib/domain/ruleset/sets/temporary-2026';
import { bringChecker, expectGoodAtEveryWidth } from '../../support/accessible';
import { expect, journeyTest as test } from '../../support/portal';
import { signIn } from '../../support/sign-in';
import { choose } from '../../support/steps/check';
import { expectTitle, follow, press } from '../../support/steps/person';
import { openUnder } from '../../support/steps/rules-of-notice';

test.setTimeout(240_000);

/** An ISEE is valid for a year at most, so this day is some months away whenever the test runs. */
const ISEE_ENDS = new Date(Date.now() + 200 * 24 * 3_600_000);

/** Everything that a rule set can ask. */
const full = {
	...disabled2026,
	eligibility: {
		...disabled2026.eligibility,
		iseeInForce: sap2025.eligibility.iseeInForce!,
		emergency: temporary2026.eligibility.emergency!
	}
};

test.beforeEach(({ portal }) => openUnder(portal, full));

async function startRequest(page: Page): Promise<void> {
	await signIn(page, 'richiedente');
	await page.goto('/notices');
	await follow(page, 'Alloggi ripristinati dell’agenzia, secondo avviso');
	await follow(page, 'Fai domanda');
	await page.fill('[name=birthDate]', '1986-05-14');
	await press(page, 'Salva e continua');
	await expect(page.locator('[name=relation]')).toBeVisible();
	await press(page, 'Salva e continua');
	await expectTitle(page, 'Dove abiti');
}

async function tellResidence(page: Page): Promise<void> {
	await page.fill('[name=municipalitySince]', '2020-01-01');
	await choose(page, 'worksInLombardy', 'yes');
	await choose(page, 'citizenship', 'eu-long-term-permit');
	await page.fill('[name=permitValidTo]', '2030-05-01');
	await page.selectOption('[name=spanPlace-1]', 'municipality');
	await page.fill('[name=spanFrom-1]', '2001-01-01');
	await page.fill('[name=spanTo-1]', '2008-01-01');
	await press(page, 'Aggiungi un altro periodo');
	await expect(page.locator('[name=spanFrom-1]')).toHaveValue('2001-01-01');
	await expect(page.locator('[name=permitValidTo]')).toHaveValue('2030-05-01');
	await page.selectOption('[name=spanPlace-2]', 'region');
	await page.fill('[name=spanFrom-2]', '2009-01-01');
	await press(page, 'Salva e continua');
	await expect(page.locator('main').getByRole('alert')).toContainText('Scrivi un giorno che esiste e non futuro.');
	await page.fill('[name=spanTo-2]', '2011-01-01');
	await press(page, 'Salva e continua');
	await expectTitle(page, 'La casa di adesso');
}

async function tellHome(page: Page): Promise<void> {
	await choose(page, 'kind', 'rented');
	await choose(page, 'eviction', 'none');
	await choose(page, 'unhealthy', 'no');
	await choose(page, 'ownsAdequateHome', 'no');
	await press(page, 'Salva e continua');
	await expect(page.locator('main').getByRole('alert')).toContainText('Scegli una risposta.');
	await choose(page, 'shared', 'yes');
	await press(page, 'Salva e continua');
	await expectTitle(page, 'Situazioni che contano');
}

async function tellCircumstances(page: Page): Promise<void> {
	await choose(page, 'hasDisability', 'yes');
	await press(page, 'Salva e continua');
	await expect(page.locator('main').getByRole('alert')).toContainText('scrivi sotto che cosa riconosce il verbale');
	await page.fill('[name=percent-1]', '80');
	await choose(page, 'disability-1', 'serious');
	await choose(page, 'homeHasBarriers', 'yes');
	await choose(page, 'emergency', 'home-unusable');
	await press(page, 'Salva e continua');
	await expectTitle(page, 'ISEE e patrimonio');
}

test('each new question is accessible on a phone and fits every width', async ({ page }) => {
	await bringChecker(page.context());
	const look = () => expectGoodAtEveryWidth(page);
	await startRequest(page);
	await look();
	await tellResidence(page);
	await look();
	await tellHome(page);
	await look();
	await press(page, 'Salva e continua');
	await look();
	await tellCircumstances(page);
	await look();
	await follow(page, 'Indietro');
	await expect(page.locator('[name=percent-1]')).toHaveValue('80');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a person sees what they told about circumstances before sending it, and it gives its points', async ({
		page
	}) => {
		await startRequest(page);
		await tellResidence(page);
		await tellHome(page);
		await tellCircumstances(page);
		await page.fill('[name=isee]', '6.400,50');
		await choose(page, 'iseeKind', 'ordinary');
		await page.fill('[name=iseeValidTo]', ISEE_ENDS.toISOString().slice(0, 10));
		await page.fill('[name=assets]', '0');
		await press(page, 'Salva e continua');
		await press(page, 'Salva e continua');
		await expectTitle(page, 'Gli alloggi');
		await page.locator('select[name^=place-]').first().selectOption('1');
		await press(page, 'Salva e continua');
		const goOn = page.getByRole('link', { name: 'Va bene così, continua' });
		if (await goOn.isVisible()) await goOn.click();
		await expectTitle(page, 'Controlla e invia');
		const main = page.locator('main');
		for (const text of [
			'80 %, Disabilità grave',
			'1 gennaio 2001 – 1 gennaio 2008',
			'1 maggio 2030',
			ISEE_ENDS.toLocaleDateString('it', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
		])
			await expect(main).toContainText(text);
		await expect(main).toContainText('Invalidità civile: 80 %');
		await expect(main).toContainText('Casa divisa con un’altra famiglia');
		await expect(main).toContainText('Hai detto: La casa non si può usare');
		await page.check('[name=confirmed]');
		await page.check('[name=declared]');
		await press(page, 'Invia la domanda');
		await expectTitle(page, 'La tua domanda è arrivata');
		await follow(page, 'Vai alla tua domanda');
		await expect(main).toContainText('Casa con barriere per chi ha una disabilità');
		await expect(main).toContainText(/solo di prova/);
	});
});
