import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSealed } from '$lib/server/allocation/openings/service';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { readBoard, readStaffOffer } from '$lib/server/letting/offers/read-offers';
import { withdrawOffer } from '$lib/server/letting/offers/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { anOpenRuleSet } from '../../../support/builders/open-rule-set';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { publishNext } from '../../../support/published-round';

const TOO_LATE = '2026-11-23T09:00:00.000Z';

let database: TestDatabase;
let officer: Actor, manager: Actor, auditor: Actor, colleague: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer');
	manager = await anAccount(database, 'manager');
	auditor = await anAccount(database, 'auditor');
	colleague = await anAccount(database, 'auditor');
});
afterAll(() => database.close());

/** A published ranking with one offer; sealed unless its rules have no sensitive ground. */
async function anOffer(rules?: ReturnType<typeof anOpenRuleSet>) {
	const applications = [{ pseudonym: 'A-1', choices: [1] }];
	const { noticeId } = await aClosedNotice(database, { applications, corrections: 0, ...(rules && { rules }) });
	const roundId = await publishNext(database, noticeId, officer, manager);
	const made = await database.transact((trx) => makeOffers(trx, { roundId }, officer, NOW));
	if (!made.ok) throw new Error(made.problem);
	return { noticeId, roundId };
}

/** Everything that the pages of offers send to the browser of `by`. */
async function seen(noticeId: string, by: Actor, at = NOW): Promise<string> {
	const board = (await readBoard(database.db, noticeId, 1, by, at))!;
	return JSON.stringify([board, await readStaffOffer(database.db, board.rows[0]!.id, by, at)]);
}

test('an auditor reads who has which home of a sealed ranking only after opening it, for a day', async () => {
	const { noticeId, roundId } = await anOffer();
	const { pseudonym, protocol } = await database.db
		.selectFrom('applications')
		.select(['pseudonym', 'protocol'])
		.where('notice_id', '=', noticeId)
		.executeTakeFirstOrThrow();
	expect(await seen(noticeId, officer)).toContain(pseudonym!);
	for (const secret of [pseudonym!, protocol!, 'applicationId":"'])
		expect(await seen(noticeId, auditor)).not.toContain(secret);
	const reason = 'ricorso numero 12 di Rossi';
	await database.transact((trx) => openSealed(trx, { roundId, reason }, auditor, NOW));
	expect(await seen(noticeId, auditor)).toContain(pseudonym!);
	expect(await seen(noticeId, colleague)).not.toContain(pseudonym!);
	expect(await seen(noticeId, auditor, TOO_LATE)).not.toContain(pseudonym!);
});

test('a ranking that everybody may recompute hides nothing from an auditor', async () => {
	const { noticeId } = await anOffer(anOpenRuleSet());
	expect(await seen(noticeId, auditor)).toContain('A-1');
});

test('why an offer ended is the officer’s to read and no auditor’s, also where nothing else is hidden', async () => {
	const { noticeId } = await anOffer(anOpenRuleSet());
	const { id } = (await readBoard(database.db, noticeId, 1, officer, NOW))!.rows[0]!;
	const ended = { id, reason: 'La carrozzina non gira nel bagno', dueToHousehold: true };
	expect(await database.transact((trx) => withdrawOffer(trx, ended, officer, NOW))).toEqual({ ok: true });
	const last = async (by: Actor) => (await readStaffOffer(database.db, id, by, NOW))!.events.at(-1);
	expect(await last(officer)).toMatchObject({ event: 'withdrawn', reason: ended.reason, justified: 0 });
	expect(await last(auditor)).toMatchObject({ event: 'withdrawn', reason: null, justified: null });
	expect(await seen(noticeId, auditor)).not.toContain('carrozzina');
});
