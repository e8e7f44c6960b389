import '../../../support/settings';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CODE_TRIES } from '$lib/domain/mandates/consent';
import { acceptOffer, answerOf, refuseOffer } from '$lib/server/letting/offers/service';
import { inPlaceOf } from '$lib/server/people/mandates/acting';
import { revokeMandate } from '$lib/server/people/mandates/end';
import type { OwnAct } from '$lib/server/people/mandates/may-do';
import { askYes, takeYes } from '$lib/server/people/mandates/own-yes';
import { findMandate } from '$lib/server/people/mandates/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { saveAnswers } from '$lib/server/requests/applications/draft-service';
import { sendingOf, submitApplication } from '$lib/server/requests/applications/submission-service';
import { withdrawApplication, withdrawalOf } from '$lib/server/requests/applications/withdrawal-service';
import { aHelper, aMandate, type Helper } from '../../../support/builders/mandate';
import { anOpenNotice } from '../../../support/builders/notice';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { mandateActs, minutesLater, NOW as now } from '../../../support/mandate-acts';

let database: TestDatabase;
let noticeId: string;
let helper: Helper;
let person: Actor;
let mandateId: string;
let inPlace: Actor;
let own: OwnAct;
beforeAll(async () => {
	database = await openTestDatabase();
	({ id: noticeId } = await anOpenNotice(database, [5_000]));
});
afterAll(() => database.close());
beforeEach(async () => {
	helper = await aHelper(database);
	person = await anActor(database.db, 'applicant', 'Nadia Haddad');
	mandateId = await aMandate(database, { helper, person }, now, { days: 31 });
	inPlace = inPlaceOf((await findMandate(database.db, mandateId))!, helper);
	await write();
	own = sendingOf(await shown());
});

const { lastCode, mailsTo, eventsOf } = mandateActs(() => database);
const address = () => `${person.id}@chiavi.example`;
const write = () => database.transact((trx) => saveAnswers(trx, noticeId, (saved) => ({ ...saved }), inPlace, now));
const shown = async () => {
	const draft = (await openDraft(database.db, noticeId, person))!;
	return { noticeId, draftId: draft.id, revision: draft.revision };
};
const ask = (about = own, at = now) => database.transact((trx) => askYes(trx, about, inPlace, at));
const take = (code: string, about = own, at = now) =>
	database.transact((trx) => takeYes(trx, { ...about, code }, inPlace, at));
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
/** The draft is empty, so an act that is allowed answers what is missing. */
const sendWith = async (code: string) =>
	database.transact(async (trx) => {
		const said = await takeYes(trx, { ...own, code }, inPlace, now);
		if (!said.ok || said.outcome !== 'given') return said;
		return submitApplication(trx, await shownIn(trx), inPlace, now);
	});
const shownIn = async (trx: Parameters<typeof openDraft>[0]) => {
	const draft = (await openDraft(trx, noticeId, person))!;
	return { noticeId, draftId: draft.id, revision: draft.revision };
};
const refused = { ok: false, problem: 'not-allowed' };

describe('the own yes of a person by a code', () => {
	it('goes to the person’s address and says for which act', async () => {
		expect(await ask()).toEqual({ ok: true });
		const [mail] = (await mailsTo(address())).slice(-1);
		expect(mail?.body).toContain('mandare la tua domanda');
		expect(mail?.body).toContain(helper.name);
	});

	it('says whether a home is accepted or refused', async () => {
		await ask({ ...answerOf(mandateId, 'accept'), saying: 'accept' } as OwnAct);
		expect((await mailsTo(address())).at(-1)?.body).toContain('accettare la casa');
		await ask({ ...answerOf(mandateId, 'other'), saying: 'refuse' } as OwnAct);
		expect((await mailsTo(address())).at(-1)?.body).toContain('rifiutare la casa');
	});

	it('lets the helper send, in the transaction of the code alone, and is told on the mandate', async () => {
		await ask();
		const code = await lastCode(address());
		expect(await sendWith(code)).toEqual({ ok: false, problem: 'answers-missing' });
		// The refusal took the yes back with it, so the same code counts again.
		expect(await take(code)).toEqual({ ok: true, outcome: 'given' });
		expect(await eventsOf(mandateId)).toContain('consent_given');
		const sent = database.transact(async (trx) => submitApplication(trx, await shownIn(trx), inPlace, now));
		expect(await sent).toEqual(refused);
	});

	it('is for one act, one subject and one version', async () => {
		await ask();
		const code = await lastCode(address());
		await write();
		const changed = sendingOf(await shown());
		expect(changed.subjectId).not.toBe(own.subjectId);
		expect(await take(code, changed)).toEqual({ ok: true, outcome: 'none' });
		expect(await take(code, withdrawalOf(own.subjectId))).toEqual({ ok: true, outcome: 'none' });
		expect(await take(code, answerOf(own.subjectId, 'accept'))).toEqual({ ok: true, outcome: 'none' });
	});

	it('says of a wrong code, of one that is used, and of one that is too old', async () => {
		expect(await take('123456')).toEqual({ ok: true, outcome: 'none' });
		await ask();
		const code = await lastCode(address());
		expect(await take(wrong(code))).toEqual({ ok: true, outcome: 'wrong' });
		expect(await take(code, own, minutesLater(31))).toEqual({ ok: true, outcome: 'too-old' });
		expect(await take(code)).toEqual({ ok: true, outcome: 'given' });
		expect(await take(code)).toEqual({ ok: true, outcome: 'used' });
	});

	it('takes the right code no more after too many wrong ones, and then a new code', async () => {
		await ask();
		const code = await lastCode(address());
		for (let n = 0; n < CODE_TRIES; n += 1) expect(await take(wrong(code))).toMatchObject({ outcome: 'wrong' });
		expect(await take(code)).toEqual({ ok: true, outcome: 'too-often' });
		await ask(own, minutesLater(1));
		expect(await take(await lastCode(address()), own, minutesLater(1))).toMatchObject({ outcome: 'given' });
	});

	it('is taken once by two helpers who type it at the same moment', async () => {
		await ask();
		const code = await lastCode(address());
		const both = await Promise.all([take(code), take(code)]);
		expect(both.map((one) => one.ok && one.outcome).toSorted()).toEqual(['given', 'used']);
	});

	it('is neither asked nor taken from the instant of a revocation', async () => {
		await ask();
		const code = await lastCode(address());
		await database.transact((trx) => revokeMandate(trx, mandateId, person, now));
		expect(await ask()).toEqual(refused);
		expect(await take(code)).toEqual(refused);
	});

	it('cannot be asked for by the person, who needs no code', async () => {
		expect(await database.transact((trx) => askYes(trx, own, person, now))).toEqual(refused);
	});
});

it('without a yes a helper sends, withdraws, accepts and refuses nothing', async () => {
	const id = own.subjectId;
	const acts = [
		database.transact(async (trx) => submitApplication(trx, await shownIn(trx), inPlace, now)),
		database.transact((trx) => withdrawApplication(trx, id, inPlace, now)),
		database.transact((trx) => acceptOffer(trx, id, inPlace, now)),
		database.transact((trx) => refuseOffer(trx, id, 'other', inPlace, now))
	];
	expect(await Promise.all(acts)).toEqual([refused, refused, refused, refused]);
});
