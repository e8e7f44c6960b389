import { expectGoodAtEveryWidth } from '../../support/accessible';
import { expect, journeyTest as test } from '../../support/portal';
import { openReadyRequest, sendRequest } from '../../support/steps/apply';
import { expectTitle, follow, person, press } from '../../support/steps/person';

test('the people of a household are named without JavaScript, and an odd tax code stops nobody', async ({
	browser
}) => {
	const applicant = await person(browser, 'richiedente2', { javaScriptEnabled: false });
	await openReadyRequest(applicant);
	await expect(applicant.locator('main')).toContainText('Mancano dei nomi');
	await follow(applicant, 'Scrivi i nomi');
	await applicant.locator('[name^=givenName-]').first().fill('Yasmine');
	await applicant.locator('[name^=taxCode-]').first().fill('1234 5678 903');
	await press(applicant, 'Salva i nomi');
	await expectTitle(applicant, 'Controlla e invia');
	await expect(applicant.locator('main')).toContainText('Yasmine: Il codice fiscale è quello provvisorio');
	await follow(applicant, 'Scrivi i nomi');
	await expect(applicant.locator('[name^=givenName-]').first()).toHaveValue('Yasmine');
	await applicant.goBack();
	await sendRequest(applicant);
});

test('the page of names is good at every width', async ({ browser }) => {
	const applicant = await person(browser, 'richiedente2');
	await openReadyRequest(applicant);
	await follow(applicant, 'Scrivi i nomi');
	await applicant.waitForURL(/\/names$/);
	await expectGoodAtEveryWidth(applicant);
});
