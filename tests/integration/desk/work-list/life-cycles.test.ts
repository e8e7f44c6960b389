import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '$lib/domain/calendar/instant';
import { heldUntil } from '$lib/domain/matching/proposal';
import { illustrative } from '$lib/domain/ruleset/sets/illustrative';
import { readWorkList } from '$lib/server/desk/work-list/service';
import { proposeCertificate, confirmCertificate } from '$lib/server/homes/works/service';
import { newId } from '$lib/server/ids';
import { acceptProposal, declineProposal } from '$lib/server/letting/proposals/service';
import { proposeTenant } from '$lib/server/letting/proposals/suggestion-service';
import { deliverKeys, registerContract } from '$lib/server/letting/tenancies/letting-service';
import { inspectListing, publishListing } from '$lib/server/letting/listings/inspection-service';
import { confirmRemoval, endRemoval, proposeRemoval } from '$lib/server/letting/removals/service';
import { draftNotice } from '$lib/server/notices/notices/draft-service';
import { openNotice } from '$lib/server/notices/notices/publication-service';
import { enterDraw } from '$lib/server/notices/notices/beacon-service';
import { proposeRuleSet, returnRuleSet } from '$lib/server/notices/rules/approval-service';
import { changeRuleSet, forkRuleSet } from '$lib/server/notices/rules/edit-service';
import { findVersion } from '$lib/server/notices/rules/repository';
import { decideText, proposeText } from '$lib/server/people/message-texts/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { aDraft, certifiedDwellings } from '../../../support/builders/notice';
import { aListing, aTenant, anAccount, NOW, unmeasured } from '../../../support/builders/landlord-world';
import { aBuilding, aDwelling, anOperation, anOwner } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
let officer: Actor;
let second: Actor;
let manager: Actor;
beforeEach(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer');
	second = await anAccount(database, 'officer');
	manager = await anAccount(database, 'manager');
});
afterEach(() => database.close());

/** `kind × count`, and `!` where something is late; what a colleague has to finish after `…`. */
async function seen(by: Actor, now: Instant = NOW): Promise<string> {
	const { groups, colleagues } = await readWorkList(database.db, by, now);
	const mine = groups.map(({ kind, count, late }) => `${kind} × ${count}${late > 0 ? '!' : ''}`);
	const theirs = colleagues.map(({ kind }) => `… ${kind}`);
	return [...mine, ...theirs].join(', ');
}
const dueOf = async (by: Actor, now: Instant = NOW) => (await readWorkList(database.db, by, now)).groups[0]?.due;

async function done<Result extends { ok: boolean }>(result: Promise<Result>): Promise<Extract<Result, { ok: true }>> {
	const answer = await result;
	if (!answer.ok) throw new Error(JSON.stringify(answer));
	return answer as Extract<Result, { ok: true }>;
}

describe('a rule set', () => {
	test('waits for a manager, then, sent back, for the officer', async () => {
		const { id } = await done(database.transact((trx) => forkRuleSet(trx, 'agency-2026', officer, NOW)));
		expect(await seen(officer)).toBe('');
		const { rules } = (await findVersion(database.db, id))!;
		const eligibility = { ...rules.eligibility, isee: illustrative({ maxCents: 3_000_000 }) };
		const other = { ...rules, eligibility };
		await done(database.transact((trx) => changeRuleSet(trx, { id, revision: 0, rules: other }, officer, NOW)));
		await done(database.transact((trx) => proposeRuleSet(trx, { id, revision: 1 }, officer, NOW)));
		expect(await seen(manager)).toBe('approve-rule-set × 1');
		// Five working days after Sunday 22 November 2026.
		expect(await dueOf(manager)).toBe('2026-11-27T22:59:59.999Z');
		expect(await seen(manager, '2026-11-27T23:00:00.000Z')).toBe('approve-rule-set × 1!');
		expect(await seen(officer)).toBe('… approve-rule-set');
		expect(await seen(second)).toBe('');
		const sentBack = { id, revision: 2, reason: 'Manca la fonte' };
		await done(database.transact((trx) => returnRuleSet(trx, sentBack, manager, NOW)));
		expect(await seen(manager)).toBe('');
		expect(await seen(officer)).toBe('amend-rule-set × 1');
	});
});

test('words of a message wait for a manager who did not write them', async () => {
	const text = { subject: 'Una casa', text: 'rispondi entro {deadline}: {link}' };
	const id = newId();
	const proposal = { id, template: 'offer_made', locale: 'it', text } as const;
	await done(database.transact((trx) => proposeText(trx, proposal, officer, NOW)));
	expect(await seen(manager)).toBe('approve-message-text × 1');
	expect(await seen(officer)).toBe('… approve-message-text');
	await done(database.transact((trx) => decideText(trx, { id, outcome: 'approved' }, manager, NOW)));
	expect(await seen(manager)).toBe('');
	expect(await seen(officer)).toBe('');
});

describe('a notice', () => {
	test('waits for another person to open it, for two to enter the draw, and for the first ranking', async () => {
		const dwellingIds = await certifiedDwellings(database, [5800]);
		const at = '2026-10-20T08:00:00.000Z';
		const { id } = await done(database.transact((trx) => draftNotice(trx, aDraft({ dwellingIds }), officer, at)));
		expect(await seen(manager, at)).toBe('open-notice × 1');
		expect(await dueOf(manager, at)).toBe('2026-10-31T23:00:00.000Z');
		expect(await seen(officer, at)).toBe('… open-notice');
		await done(database.transact((trx) => openNotice(trx, { id, revision: 0 }, manager, at)));
		for (const by of [officer, manager]) expect(await seen(by, NOW)).toBe('');

		const closed = '2026-12-01T08:00:00.000Z';
		for (const by of [officer, second, manager]) expect(await seen(by, closed)).toBe('record-beacon × 1');
		// Five days after the notice closed.
		expect(await dueOf(officer, closed)).toBe('2026-12-05T22:59:59.999Z');
		const enter = (by: Actor) =>
			database.transact((trx) => enterDraw(trx, { id, numbers: '7 19 34 58 81' }, by, closed));
		await done(enter(officer));
		expect(await seen(officer, closed)).toBe('… confirm-draw');
		expect(await seen(second, closed)).toBe('confirm-draw × 1');
		await done(enter(second));
		expect(await seen(officer, closed)).toBe('prepare-round × 1');
		expect(await seen(officer, '2026-12-06T08:00:00.000Z')).toBe('prepare-round × 1!');
	});
});

describe('a home', () => {
	test('whose works ended waits for a certificate, and its certificate for a second person', async () => {
		const owner_id = await anOwner(database.db);
		const place = { building_id: await aBuilding(database.db), owner_id, net_area_dm2: 6200 };
		const values = { ...place, operation_id: await anOperation(database.db) };
		const done3 = ['identified', 'works_planned', 'works_started', 'works_done'] as const;
		const dwellingId = await aDwelling(database.db, values, done3);
		expect(await seen(officer)).toBe('certify-works × 1!');
		const proposal = { number: 'CRE 12/2026', on: '2026-05-30', signedBy: 'ing. A. Villa', reason: null };
		const asked = { ...proposal, id: newId(), dwellingId };
		const { certificate } = await done(database.transact((trx) => proposeCertificate(trx, asked, officer, NOW)));
		expect(await seen(officer)).toBe('… confirm-certificate');
		expect(await seen(second)).toBe('confirm-certificate × 1');
		await done(database.transact((trx) => confirmCertificate(trx, certificate.id, second, NOW)));
		expect(await seen(officer)).toBe('');
	});

	test('that two persons take out waits for the second, and then for the end of the damage', async () => {
		const [dwellingId] = (await certifiedDwellings(database, [5800])) as [string];
		const removal = { dwellingId, kind: 'withdrawn', on: '2026-11-20', reason: 'Venduta' } as const;
		const { id } = await done(database.transact((trx) => proposeRemoval(trx, removal, officer, NOW)));
		expect(await seen(officer)).toBe('… confirm-removal');
		expect(await seen(manager)).toBe('confirm-removal × 1');
		await done(database.transact((trx) => confirmRemoval(trx, { dwellingId, id }, manager, NOW)));
		expect(await seen(manager)).toBe('');

		const [other] = (await certifiedDwellings(database, [5800])) as [string];
		const damage = { dwellingId: other, kind: 'damaged', on: '2026-11-20', reason: 'Allagata' } as const;
		const out = await done(database.transact((trx) => proposeRemoval(trx, damage, officer, NOW)));
		expect(await seen(second)).toBe('give-home-again × 1');
		await done(database.transact((trx) => endRemoval(trx, { dwellingId: other, id: out.id }, second, NOW)));
		expect(await seen(second)).toBe('');
	});
});

describe('a private flat', () => {
	test('waits at each step from sending to keys, and again when a hold runs out', async () => {
		const landlord = await anAccount(database, 'landlord');
		const listing = await aListing(database, landlord, { sent: true });
		expect(await seen(officer)).toBe('inspect-listing × 1');
		const inspection = { on: '2026-11-22', note: '', netAreaDm2: 55_00, measures: unmeasured };
		await done(database.transact((trx) => inspectListing(trx, listing, inspection, officer, NOW)));
		expect(await seen(officer)).toBe('publish-listing × 1');
		await done(database.transact((trx) => publishListing(trx, listing, officer, NOW)));
		expect(await seen(officer)).toBe('propose-tenant × 1');

		const first = await aTenant(database);
		const accept = (proposal: string, by: Actor, now = NOW) =>
			done(database.transact((trx) => acceptProposal(trx, { proposal }, by, now)));
		const propose = async (requestId: string, now = NOW) =>
			(await done(database.transact((trx) => proposeTenant(trx, listing, requestId, officer, now)))).id;
		const proposal = await propose(first.requestId);
		expect(await seen(officer)).toBe('await-proposal × 1');
		const waitsFor = async () =>
			(await readWorkList(database.db, officer, NOW, { queue: 'await-proposal', page: 1 })).queue?.items[0]?.waitsFor;
		expect(await waitsFor()).toBe('household-and-landlord');
		await accept(proposal, landlord);
		expect(await waitsFor()).toBe('household');
		await accept(proposal, first.actor);
		expect(await seen(officer)).toBe('sign-held-home × 1');
		expect(await dueOf(officer)).toBe(heldUntil(NOW));

		const after = new Date(Date.parse(heldUntil(NOW)) + 1).toISOString();
		expect(await seen(officer, after)).toBe('hold-over × 1!');
		const next = await aTenant(database);
		const again = await propose(next.requestId, after);
		expect(await seen(officer, after)).toBe('await-proposal × 1');
		for (const by of [landlord, next.actor]) await accept(again, by, after);
		const letting = { listing, proposal: again };
		const contract = { on: '2026-11-25', document: 'TN1-2026-77' };
		await done(database.transact((trx) => registerContract(trx, letting, contract, officer, after)));
		expect(await seen(officer, after)).toBe('deliver-private-keys × 1');
		await done(database.transact((trx) => deliverKeys(trx, letting, '2026-11-25', officer, after)));
		expect(await seen(officer, after)).toBe('');
	});

	test('whose proposal ends with a no waits for another household', async () => {
		const landlord = await anAccount(database, 'landlord');
		const listing = await aListing(database, landlord, { sent: true });
		const inspection = { on: '2026-11-22', note: '', netAreaDm2: 55_00, measures: unmeasured };
		await done(database.transact((trx) => inspectListing(trx, listing, inspection, officer, NOW)));
		await done(database.transact((trx) => publishListing(trx, listing, officer, NOW)));
		const { actor, requestId } = await aTenant(database);
		const { id } = await done(database.transact((trx) => proposeTenant(trx, listing, requestId, officer, NOW)));
		await done(database.transact((trx) => declineProposal(trx, { proposal: id }, actor, NOW)));
		expect(await seen(officer)).toBe('propose-tenant × 1');
	});
});
