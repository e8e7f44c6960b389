import { afterAll, beforeAll, expect, it } from 'vitest';
import { answersOfTold } from '$lib/domain/application/answers-of-told';
import { temporary2026 } from '$lib/domain/ruleset/sets/temporary-2026';
import { renderPdf } from '$lib/server/platform/pdf/render-pdf';
import { readReceipt } from '$lib/server/requests/applications/reading-service';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { saveAnswers } from '$lib/server/requests/applications/draft-service';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { receiptSheet } from '../../../../src/routes/(applicant)/my/requests/[id]/receipt/receipt-sheet';
import { answersInWords } from '$lib/words/answers-summary';
import { stepName } from '$lib/words/request-steps';
import template from '../../../../src/routes/(applicant)/my/requests/[id]/receipt/receipt.typ?raw';
import { healthFacts } from '../../../support/builders/household';
import { anOpenNotice } from '../../../support/builders/notice';
import { withContact } from '../../../support/builders/person';
import { anActor } from '../../../support/builders/register';
import { allTold } from '../../../support/builders/told';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { pdfText } from '../../../support/pdf-text';

const now = '2026-11-22T10:00:00.000Z';
const NAME = 'Amina *El* $Fassi$ #panic()';
let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());

async function aReceipt() {
	const { id: noticeId, dwellingIds } = await anOpenNotice(database, [4_000], { ruleSetId: 'temporary-2026' });
	const by = await anActor(database.db, 'applicant', NAME);
	const answers = {
		...answersOfTold(allTold({ shared: true }), temporary2026),
		needs: healthFacts('fewSteps'),
		choices: dwellingIds
	};
	await database.transact((trx) => saveAnswers(trx, noticeId, () => answers, by, now));
	await withContact(database, by, now);
	const draftId = (await openDraft(database.db, noticeId, by))!.id;
	const sent = await database.transact((trx) => submitApplication(trx, { noticeId, draftId }, by, now));
	if (!sent.ok) throw new Error(sent.problem);
	return (await readReceipt(database.db, sent.id, by, now))!;
}

async function render(receipt: Awaited<ReturnType<typeof aReceipt>>) {
	const { protocol, submittedAt } = receipt.request;
	const frame = { title: protocol, lang: 'it', createdAt: submittedAt } as const;
	const rendered = await renderPdf(template, receiptSheet(receipt, NAME), frame);
	if (!rendered.ok) throw new Error(rendered.problem);
	return rendered.pdf;
}

it('the PDF of a receipt says what its page says, and the same bytes come again', async () => {
	const receipt = await aReceipt();
	const pdf = await render(receipt);
	const text = (await pdfText(pdf)).replaceAll(' ', '');
	const says = (words: string) => expect(text).toContain(words.replaceAll(/\s/g, ''));
	says(NAME);
	says(receipt.request.protocol);
	says(receipt.leaf);
	says(receipt.salt);
	// Every page of the form, whatever the function that both sides share answers.
	for (const title of Object.values(stepName)) if (title !== stepName.check) says(title());
	for (const { title, lines } of answersInWords(receipt.answers, receipt.request.choices, receipt.rules)) {
		says(title);
		for (const { label, value } of lines) {
			says(label);
			says(value);
		}
	}
	expect(await render(receipt)).toEqual(pdf);
});

it('the PDF of a receipt says that the answers on health are gone', async () => {
	const receipt = await aReceipt();
	const { needs: _, ...answers } = receipt.answers;
	expect(await pdfText(await render({ ...receipt, answers }))).toContain('sono state cancellate');
});
