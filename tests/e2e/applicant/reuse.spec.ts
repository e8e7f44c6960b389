import { expect, journeyTest as test } from '../../support/portal';
import { expectTitle, follow, person, press } from '../../support/steps/person';

test('a household begins at another notice with its earlier answers, and confirms them page by page', async ({
	browser
}) => {
	const applicant = await person(browser, 'richiedente', { javaScriptEnabled: false });
	await applicant.goto('/notices');
	await follow(applicant, 'Alloggi ripristinati dell’agenzia, secondo avviso');
	await applicant.goto(`/my/apply/${applicant.url().split('/').pop()!}/household`);
	await follow(applicant, 'Leggi le risposte di prima e usale');
	await expectTitle(applicant, 'Usa le risposte che hai già dato');
	await press(applicant, 'Comincia con queste risposte');

	await expectTitle(applicant, 'Chi vive con te');
	await expect(applicant.locator('main')).toContainText('Hai già dato queste risposte');
	await press(applicant, 'Salva e continua');
	await expectTitle(applicant, 'Dove abiti');
	// The demo counts its days from the day on which it is loaded.
	await expect(applicant.locator('[name=municipalitySince]')).toHaveValue(/^2\d{3}-\d\d-\d\d$/);
	await applicant.fill('[name=municipalitySince]', '2006-12-05');
	await press(applicant, 'Salva e continua');
	await expectTitle(applicant, 'La casa di adesso');

	// What was not saved counts for nothing, and what was is no longer a matter of the earlier request.
	const check = applicant.url().replace(/\/home$/, '/check');
	await applicant.goto(check);
	await expect(applicant.locator('main')).toContainText('5 dicembre 2006');
	await expect(applicant.locator('main')).not.toContainText('6.400,00');
	await applicant.goto(check.replace(/check$/, 'residence'));
	await expect(applicant.locator('main')).not.toContainText('Hai già dato queste risposte');
	await applicant.goto(check.replace(/check$/, 'names'));
	await expect(applicant.locator('main')).not.toContainText('Hai già dato queste risposte');
});
