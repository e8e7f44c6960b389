import { expect, journeyTest as test } from '../../support/portal';
import { openOffer } from '../../support/steps/answer-offer';
import { openReadyRequest } from '../../support/steps/apply';
import { passDeadline } from '../../support/steps/move-clock';
import { expectTitle, follow, person, press } from '../../support/steps/person';

test.setTimeout(480_000);

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false, actionTimeout: 20_000 });

	test('a request sent a second after closing is refused, and its answers stay', async ({ browser, page, portal }) => {
		const applicant = await person(browser, 'richiedente2');
		await openReadyRequest(applicant);
		await expect(applicant.locator('main')).toContainText('9.100,00');
		await passDeadline(page, portal, 'si chiude un avviso');
		await applicant.check('[name=declared]');
		await press(applicant, 'Invia la domanda');
		await expect(applicant.getByRole('alert')).toContainText('La domanda non è partita. Le risposte salvate restano.');
		await expect(applicant.getByRole('button', { name: 'Invia la domanda' })).toHaveCount(0);

		await applicant.goto('/my');
		await follow(applicant, 'Rileggi le risposte');
		await expect(applicant.locator('main')).toContainText('9.100,00');
	});

	test('an offer past its deadline cannot be accepted, and the page says so', async ({ browser, page, portal }) => {
		const applicant = await person(browser, 'richiedente');
		await openOffer(applicant);
		await follow(applicant, 'Accetto questa casa');
		await passDeadline(page, portal, 'rispondere a una proposta');
		await press(applicant, 'Accetta la casa');
		await expect(applicant.getByRole('alert')).toContainText('la proposta è scaduta');

		await applicant.goto('/my');
		await expectTitle(applicant, 'La proposta è scaduta');
	});
});
