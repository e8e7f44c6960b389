import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '$lib/server/platform/auth/actor';
import { verifyChain } from '$lib/server/platform/audit/verify';
import { deliverKeys, registerContract, releaseHome, tenancyOf } from '$lib/server/letting/tenancies/letting-service';
import { acceptProposal, declineProposal, heldSince, myProposal } from '$lib/server/letting/proposals/service';
import { myListing } from '$lib/server/letting/listings/service';
import { householdsFor, proposeTenant, suggestionsFor } from '$lib/server/letting/proposals/suggestion-service';
import { aPublishedListing, aTenant, anAccount, homeAnswers, NOW } from '../../../support/builders/landlord-world';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
let landlord: Actor;
let officer: Actor;
const LATER = '2026-11-25T10:00:00.000Z';

// Each in a world of its own: whom a home is suggested to depends on every other home there is.
beforeEach(async () => {
	database = await openTestDatabase();
	landlord = await anAccount(database, 'landlord');
	officer = await anAccount(database, 'officer');
});
afterEach(() => database.close());

const accept = (proposal: string, by: Actor) => database.transact((trx) => acceptProposal(trx, { proposal }, by, NOW));

async function propose(listing: string, request: string): Promise<string> {
	const proposed = await database.transact((trx) => proposeTenant(trx, listing, request, officer, NOW));
	if (!proposed.ok) throw new Error(proposed.problem);
	return proposed.id;
}

describe('from a published home to its keys', () => {
	it('suggests, hears both sides, holds, registers and delivers, each step in the log', async () => {
		const listing = await aPublishedListing(database, landlord, officer);
		const { actor: tenant, requestId } = await aTenant(database);
		const suggested = (await suggestionsFor(database.db, listing, NOW)).tenants;
		expect(suggested.map((one) => one.requestId)).toContain(requestId);
		const id = await propose(listing, requestId);
		expect(await accept(id, tenant)).toEqual({ ok: true, held: false });
		expect(await accept(id, landlord)).toEqual({ ok: true, held: true });
		expect((await myListing(database.db, listing, landlord, NOW))?.state).toBe('held');

		const contract = { on: '2026-11-24', document: 'TN1-2026-77' };
		const early = await database.transact((trx) =>
			deliverKeys(trx, { listing, proposal: id }, '2026-11-25', officer, LATER)
		);
		expect(early).toEqual({ ok: false, problem: 'step-missing' });
		expect(
			await database.transact((trx) => registerContract(trx, { listing, proposal: id }, contract, officer, LATER))
		).toEqual({ ok: true });
		expect(
			await database.transact((trx) => registerContract(trx, { listing, proposal: id }, contract, officer, LATER))
		).toEqual({
			ok: false,
			problem: 'already-done'
		});
		expect(
			await database.transact((trx) => deliverKeys(trx, { listing, proposal: id }, '2026-11-23', officer, LATER))
		).toEqual({
			ok: false,
			problem: 'before-the-step-before'
		});
		expect(
			await database.transact((trx) => deliverKeys(trx, { listing, proposal: id }, '2026-11-25', officer, LATER))
		).toEqual({ ok: true });
		expect((await myListing(database.db, listing, landlord, NOW))?.state).toBe('keys_delivered');
		expect((await tenancyOf(database.db, id))?.events.map(({ event }) => event)).toEqual([
			'assigned',
			'contract_registered',
			'keys_delivered'
		]);
		const logged = await database.db.selectFrom('audit_entries').select('event').orderBy('seq').execute();
		expect(logged.map(({ event }) => event)).toEqual(
			expect.arrayContaining([
				'listing_published',
				'tenant_proposed',
				'home_held',
				'contract_registered',
				'keys_delivered'
			])
		);
		expect((await verifyChain(database.db)).ok).toBe(true);
	});

	it('keeps a proposal from whom it does not concern', async () => {
		const listing = await aPublishedListing(database, landlord, officer);
		const { requestId } = await aTenant(database);
		const id = await propose(listing, requestId);
		const stranger = await anAccount(database, 'applicant');
		const otherLandlord = await anAccount(database, 'landlord');
		expect(await myProposal(database.db, id, stranger, NOW)).toBeUndefined();
		expect(await myProposal(database.db, id, otherLandlord, NOW)).toBeUndefined();
		expect(await accept(id, stranger)).toEqual({ ok: false, problem: 'not-found' });
		expect(await accept(id, officer)).toEqual({ ok: false, problem: 'not-found' });
		const another = await aPublishedListing(database, landlord, officer);
		const elsewhere = { proposal: id, listing: another };
		expect(await database.transact((trx) => acceptProposal(trx, elsewhere, landlord, NOW))).toEqual({
			ok: false,
			problem: 'not-found'
		});
	});

	it('shows the landlord no more of a household than its size and what fits', async () => {
		const listing = await aPublishedListing(database, landlord, officer);
		const { actor: tenant, requestId } = await aTenant(database);
		const id = await propose(listing, requestId);
		for (const side of [tenant, landlord]) expect(await accept(id, side)).toMatchObject({ ok: true });
		const [household] = await householdsFor(database.db, listing, NOW);
		const answers = ['landlordAcceptedAt', 'tenantAcceptedAt', 'heldAt', 'releasedAt', 'releasedBy'];
		const about = ['id', 'pseudonym', 'people', 'synthetic', 'conditions'];
		expect(Object.keys(household!).toSorted()).toEqual([...answers, ...about].toSorted());
		const { name, email } = await database.db
			.selectFrom('accounts')
			.select(['name', 'email'])
			.where('id', '=', tenant.id)
			.executeTakeFirstOrThrow();
		for (const secret of [name, email, tenant.id, requestId]) expect(JSON.stringify(household)).not.toContain(secret);
	});

	it('ends with a no, and the pair is not suggested again', async () => {
		const listing = await aPublishedListing(database, landlord, officer);
		const { actor: tenant, requestId } = await aTenant(database);
		const id = await propose(listing, requestId);
		await database.transact((trx) => declineProposal(trx, { proposal: id }, tenant, NOW));
		expect(await accept(id, landlord)).toEqual({ ok: false, problem: 'proposal-ended' });
		expect((await suggestionsFor(database.db, listing, NOW)).tenants.map((one) => one.requestId)).not.toContain(
			requestId
		);
	});

	it('is free again when the agency releases it before the contract, not after', async () => {
		const listing = await aPublishedListing(database, landlord, officer);
		const { actor: tenant, requestId } = await aTenant(database);
		const id = await propose(listing, requestId);
		await accept(id, tenant);
		await accept(id, landlord);
		await database.transact((trx) =>
			releaseHome(trx, { listing, proposal: id }, 'Il contratto non è stato firmato', officer, NOW)
		);
		expect((await myListing(database.db, listing, landlord, NOW))?.state).toBe('published');
	});
});

describe('two yeses at once', () => {
	it('one of two households gets a home, and the other can be told when', async () => {
		const listing = await aPublishedListing(database, landlord, officer);
		const tenants = [await aTenant(database), await aTenant(database)];
		const ids: string[] = [];
		for (const { requestId } of tenants) ids.push(await propose(listing, requestId));
		for (const id of ids) await accept(id, landlord);
		const answers = await Promise.all(tenants.map(({ actor }, i) => attempt(() => accept(ids[i]!, actor))));
		expect(answers.toSorted()).toEqual(['held', 'home-already-held']);
		expect(await heldSince(database.db, ids[answers.indexOf('held')]!, NOW)).toBe(NOW);
		expect(await heldSince(database.db, ids[1 - answers.indexOf('held')]!, NOW)).toBe(NOW);
	});

	it('one of two homes is held for a household that accepts both', async () => {
		const homes = [
			await aPublishedListing(database, landlord, officer),
			await aPublishedListing(database, landlord, officer)
		];
		const { actor, requestId } = await aTenant(database, { people: 3 });
		const ids: string[] = [];
		for (const home of homes) ids.push(await propose(home, requestId));
		for (const id of ids) await accept(id, landlord);
		const answers = await Promise.all(ids.map((id) => attempt(() => accept(id, actor))));
		expect(answers.toSorted()).toEqual(['held', 'home-already-held']);
		const held = await database.db
			.selectFrom('listing_proposals')
			.select('id')
			.where('id', 'in', ids)
			.where('held_at', 'is not', null)
			.execute();
		expect(held.length).toBe(1);
	});
});

/** What a yes came to: the home, or somebody else was first. */
async function attempt(act: () => ReturnType<typeof accept>): Promise<string> {
	const answer = await act();
	if (!answer.ok) return answer.problem;
	return answer.held ? 'held' : 'waiting';
}

describe('suggestions', () => {
	it('count what was measured: unknown never suits somebody with needs', async () => {
		const own = await anAccount(database, 'landlord');
		const needs = { fewSteps: true };
		const { requestId } = await aTenant(database, { people: 2, needs });
		const flat = { ...homeAnswers.flat, floor: 3 };
		const rent = { ...homeAnswers.rent, rentCents: 500_00 };
		const unknown = await aPublishedListing(database, own, officer, { answers: { flat, rent } });
		const lift = await aPublishedListing(database, own, officer, {
			answers: { flat, rent },
			measures: { stepFreeEntrance: true, lift: true }
		});
		const ids = async (listing: string) =>
			(await suggestionsFor(database.db, listing, NOW)).tenants.map((one) => one.requestId);
		expect(await ids(unknown)).not.toContain(requestId);
		expect(await ids(lift)).toContain(requestId);
	});

	it('propose nobody who was not suggested', async () => {
		const listing = await aPublishedListing(database, landlord, officer);
		const { requestId } = await aTenant(database, { people: 6 });
		expect(await database.transact((trx) => proposeTenant(trx, listing, requestId, officer, NOW))).toEqual({
			ok: false,
			problem: 'not-suggested'
		});
	});
});
