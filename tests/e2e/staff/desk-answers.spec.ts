import { expectGoodAtEveryWidth } from '../../support/accessible';
import { expect, journeyTest as test } from '../../support/portal';
import { signIn } from '../../support/sign-in';
import { expectTitle, follow, press } from '../../support/steps/person';

const NOTICE = 'Alloggi ripristinati dell’agenzia, primo avviso';

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled });

		test('an officer records a refusal that came by letter, after reading what follows', async ({ page }) => {
			await signIn(page, 'funzionario');
			await page.goto('/staff/offers');
			await follow(page, NOTICE);
			await follow(page, 'Registra risposte arrivate in ufficio');
			await expectTitle(page, 'Registra le risposte arrivate in ufficio');
			const boxes = page.locator('[name=offer]');
			const open = await boxes.count();
			const household = await page.locator('main tbody label').first().innerText();
			await boxes.first().check();
			await page.check('[name=answer][value=refused]');
			await page.check('[name=channel][value=letter]');
			await page.fill('[name=evidence]', 'prot. 91544');
			await press(page, 'Guarda che cosa succede');
			await expect(page.getByRole('alert')).toContainText('Scegli il motivo del rifiuto');
			await expect(page.locator('[name=evidence]')).toHaveValue('prot. 91544');
			await expect(boxes.first()).toBeChecked();
			await page.selectOption('[name=reason]', 'distance');
			await press(page, 'Guarda che cosa succede');
			await expect(page.getByRole('heading', { name: 'Stai per registrare una risposta' })).toBeVisible();
			await expect(page.locator('main')).toContainText(household);
			await expect(page.locator('main')).toContainText('prot. 91544');
			await press(page, 'Registra la risposta');
			await expect(page.locator('main')).toContainText('Hai registrato una risposta.');
			await expect(boxes).toHaveCount(open - 1);
			await expect(page.locator('main tbody')).not.toContainText(household);
		});
	});
}

test('the page is good at every width', async ({ page }) => {
	await signIn(page, 'funzionario');
	await page.goto('/staff/offers');
	await follow(page, NOTICE);
	await follow(page, 'Registra risposte arrivate in ufficio');
	await page.waitForURL(/answers/);
	await expectGoodAtEveryWidth(page);
});
