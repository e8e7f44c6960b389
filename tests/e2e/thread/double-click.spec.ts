import { expect, journeyTest as test } from '../../support/portal';
import { openReadyRequest, sendRequest } from '../../support/steps/apply';
import { person } from '../../support/steps/person';

test.setTimeout(480_000);

test('a double click on send gives one receipt', async ({ browser }) => {
	const applicant = await person(browser, 'richiedente2');
	await openReadyRequest(applicant);
	let sent = 0;
	applicant.on('request', (request) => (sent += request.method() === 'POST' ? 1 : 0));
	await sendRequest(applicant, 2);
	expect(sent).toBe(1);
	await applicant.goto('/my');
	await expect(applicant.getByText('secondo avviso')).toHaveCount(1);
});
