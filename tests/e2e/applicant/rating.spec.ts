import { expect, journeyTest as test } from '../../support/portal';
import { follow, press } from '../../support/steps/person';
import { signIn } from '../../support/sign-in';

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

test('a household rates its request, says why, and changes its mind', async ({ page }) => {
	await signIn(page, 'richiedente');
	await page.goto('/my');
	await follow(page, 'Vedi la domanda');
	await follow(page, 'Com’è andata? Dai un voto');
	await expect(page.getByRole('radio', { name: '4, facile' })).toBeChecked();
	await expect(page.getByLabel('Le indicazioni erano chiare')).toBeChecked();

	await page.getByRole('radio', { name: '2, difficile' }).check();
	await press(page, 'Manda il voto');
	await expect(page.getByRole('radio', { name: '2, difficile' })).toBeChecked();
	await page.getByLabel('A volte le indicazioni non erano chiare').check();
	await press(page, 'Manda i motivi');
	await expect(page.locator('main')).toContainText('Grazie: il tuo voto è arrivato.');
	await expect(page.getByLabel('A volte le indicazioni non erano chiare')).toBeChecked();
});
