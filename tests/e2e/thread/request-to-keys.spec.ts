import type { Page } from '@playwright/test';
import { expect, journeyTest as test } from '../../support/portal';
import { accept, bookViewing, openOffer, readPlaceAndWhy } from '../../support/steps/answer-offer';
import { answerEverything, sendRequest } from '../../support/steps/apply';
import { addViewing, day, deliverKeys, makeOffers, openDay } from '../../support/steps/hand-over';
import { passWeeks } from '../../support/steps/move-clock';
import { expectTitle, person } from '../../support/steps/person';
import { approveAndPublish, prepareRound, readCorrections, recordDraw } from '../../support/steps/run-round';

test.use({ javaScriptEnabled: false, actionTimeout: 20_000 });
test.setTimeout(480_000);

const NOTICE = 'Alloggi ripristinati dell’agenzia, secondo avviso';

/** Homes of the programme by what the public page says of them. */
async function figures(page: Page) {
	await page.goto('/programme');
	const figure = async (state: string) => {
		const numbers = await page.locator('main .legend li', { hasText: state }).locator('b').allInnerTexts();
		return numbers.reduce((sum, number) => sum + Number(number), 0);
	};
	return { keys: await figure('chiavi consegnate'), offered: await figure('proposta a una famiglia') };
}

test('a household asks for a home and gets its keys', async ({ browser, page: visitor, portal }) => {
	const before = await figures(visitor);

	const applicant = await person(browser, 'richiedente');
	await answerEverything(applicant);
	const { pseudonym, protocol } = await sendRequest(applicant);
	await passWeeks(visitor, portal, 2);

	// Staff sign in again after half a day, so these come after the weeks.
	let officer = await person(browser, 'funzionario');
	let manager = await person(browser, 'dirigente');
	await recordDraw(officer, manager, NOTICE);
	await prepareRound(officer, NOTICE);
	await approveAndPublish(manager, NOTICE);
	await readCorrections(visitor, NOTICE);
	await passWeeks(visitor, portal, 3);

	// Corrections are over: the final ranking, and offers from it.
	officer = await person(browser, 'funzionario');
	manager = await person(browser, 'dirigente');
	await prepareRound(officer, NOTICE);
	await approveAndPublish(manager, NOTICE);
	await expect(manager.locator('main').getByRole('link', { name: 'Vai alle proposte' })).toBeVisible();
	await makeOffers(officer, NOTICE, pseudonym);
	await addViewing(officer, openDay(37));

	await readPlaceAndWhy(applicant);
	await openOffer(applicant);
	await bookViewing(applicant);
	await accept(applicant);
	const offered = await figures(visitor);
	expect(offered.keys).toBe(before.keys);

	await deliverKeys(officer, day(35));
	await applicant.goto('/my');
	await expectTitle(applicant, 'Hai le chiavi');
	const after = await figures(visitor);
	expect(after).toEqual({ keys: before.keys + 1, offered: offered.offered - 1 });

	await visitor.goto('/rankings');
	await visitor.getByRole('link', { name: NOTICE }).first().click();
	await visitor.fill('[name=q]', pseudonym);
	await visitor.getByRole('button', { name: /Cerca|Trova/ }).click();
	await expect(visitor.locator('main')).toContainText(pseudonym);
	// Hashes and the signature hold any digits.
	const said = (await visitor.locator('main').innerText()).replaceAll(/[0-9a-f]{64,}/g, '');
	for (const secret of ['Nadia', 'richiedente', protocol, '1986', '2.000']) expect(said).not.toContain(secret);
});
