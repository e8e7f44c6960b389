import { expectGoodAtEveryWidth } from '../../support/accessible';
import { linkIn, waitForMails } from '../../support/mailbox';
import { expect, journeyTest as test } from '../../support/portal';
import { passDays } from '../../support/steps/move-clock';
import { expectTitle, follow, press } from '../../support/steps/person';

/** The notice of the demo that is open closes nine days after it is loaded. */
const DAYS_TO_REMINDER = 7;
const ADDRESS = 'chi.segue@posta.example';

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false, actionTimeout: 20_000 });

	test('a person without an account follows a notice, is told before it closes, and stops', async ({
		page,
		portal
	}) => {
		await page.goto('/notices');
		await page.locator('main a[href^="/notices/"]').first().click();
		await follow(page, 'Ricevi le novità per e-mail');
		await page.fill('[name=email]', 'senza chiocciola');
		await press(page, 'Mandami l’e-mail di conferma');
		await expect(page.getByRole('alert')).toBeVisible();
		await expect(page.locator('[name=email]')).toHaveValue('senza chiocciola');
		await page.fill('[name=email]', ADDRESS);
		await press(page, 'Mandami l’e-mail di conferma');
		await expect(page.locator('main')).toContainText('Ti abbiamo mandato un’e-mail');

		const [asked] = await waitForMails(portal, ADDRESS, 1);
		await page.goto(linkIn(asked!));
		await press(page, 'Sì, scrivetemi');
		await expect(page.locator('main')).toContainText('Fatto.');

		await passDays(page, portal, DAYS_TO_REMINDER);
		const [, news] = await waitForMails(portal, ADDRESS, 2);
		expect(news!.body).toContain('L’avviso si chiude presto');
		const stop = /\/follow\/\S+/.exec(news!.body)![0];
		await page.goto(stop);
		await press(page, 'Non scrivetemi più');
		await expect(page.locator('main')).toContainText('Abbiamo cancellato il tuo indirizzo');
		await page.goto(stop);
		await expect(page.locator('main')).toContainText('Questo link non vale più');
	});
});

test('the page to follow a notice is good at every width', async ({ page }) => {
	await page.goto('/notices');
	await page.locator('main a[href^="/notices/"]').first().click();
	await follow(page, 'Ricevi le novità per e-mail');
	await expectTitle(page, /^Le novità di/);
	await expectGoodAtEveryWidth(page);
});
