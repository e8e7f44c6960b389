import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '$lib/domain/calendar/instant';
import { heldUntil } from '$lib/domain/matching/proposal';
import type { Actor } from '$lib/server/platform/auth/actor';
import { verifyChain } from '$lib/server/platform/audit/verify';
import { nextDeadline } from '$lib/server/demo/repository';
import { endHolds } from '$lib/server/letting/proposals/end-holds';
import { endHomeSearch, myHomeSearch } from '$lib/server/letting/home-searches/service';
import { registerContract, releaseHome } from '$lib/server/letting/tenancies/letting-service';
import { acceptProposal, myProposal } from '$lib/server/letting/proposals/service';
import { myListing } from '$lib/server/letting/listings/service';
import { householdsFor, proposeTenant, suggestionsFor } from '$lib/server/letting/proposals/suggestion-service';
import { aPublishedListing, aTenant, anAccount, NOW } from '../../../support/builders/landlord-world';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
let landlord: Actor;
let officer: Actor;
const END = heldUntil(NOW);
const AFTER = new Date(Date.parse(END) + 1).toISOString();

beforeAll(async () => {
	database = await openTestDatabase();
	landlord = await anAccount(database, 'landlord');
	officer = await anAccount(database, 'officer');
});
afterAll(() => database.close());

const accept = (proposal: string, by: Actor, now: Instant) =>
	database.transact((trx) => acceptProposal(trx, { proposal }, by, now));

async function propose(listing: string, requestId: string): Promise<string> {
	const proposed = await database.transact((trx) => proposeTenant(trx, listing, requestId, officer, NOW));
	if (!proposed.ok) throw new Error(proposed.problem);
	return proposed.id;
}

/** A home held for a household since NOW. */
async function aHeldHome() {
	const listing = await aPublishedListing(database, landlord, officer);
	const tenant = await aTenant(database);
	const proposal = await propose(listing, tenant.requestId);
	await accept(proposal, tenant.actor, NOW);
	await accept(proposal, landlord, NOW);
	return { listing, proposal, ...tenant };
}

const state = async (listing: string, now: Instant) => (await myListing(database.db, listing, landlord, now))?.state;
const written = (proposal: string) =>
	database.db.selectFrom('listing_proposals').selectAll().where('id', '=', proposal).executeTakeFirstOrThrow();

describe('a hold whose hours passed', () => {
	it('counts as over on every read, before anything is written', async () => {
		const { listing, proposal, actor, requestId } = await aHeldHome();
		expect(await state(listing, END)).toBe('held');
		expect(await state(listing, AFTER)).toBe('published');
		expect((await written(proposal)).released_at).toBeNull();
		const over = { releasedAt: END, releasedBy: 'time' };
		expect((await myProposal(database.db, proposal, actor, AFTER))?.proposal).toMatchObject(over);
		expect((await householdsFor(database.db, listing, AFTER))[0]).toMatchObject(over);
		expect((await myHomeSearch(database.db, actor, AFTER))?.proposals[0]).toMatchObject(over);
		const others = await aPublishedListing(database, landlord, officer);
		const suggested = async (now: Instant) =>
			(await suggestionsFor(database.db, others, now)).tenants.map((one) => one.requestId);
		expect(await suggested(END)).not.toContain(requestId);
		expect(await suggested(AFTER)).toContain(requestId);
	});

	it('no longer takes a contract, nor a release by hand', async () => {
		const { listing, proposal } = await aHeldHome();
		const letting = { listing, proposal };
		const contract = { on: '2026-11-24', document: 'TN1-2026-77' };
		const over = { ok: false, problem: 'hold-ended' };
		expect(await database.transact((trx) => registerContract(trx, letting, contract, officer, AFTER))).toEqual(over);
		expect(await database.transact((trx) => releaseHome(trx, letting, 'Troppo tardi', officer, AFTER))).toEqual(over);
		expect(await database.transact((trx) => registerContract(trx, letting, contract, officer, END))).toEqual({
			ok: true
		});
	});

	it('is written down once, at the instant it ended, by nobody, and logged', async () => {
		const { proposal } = await aHeldHome();
		const run = (now: Instant) => database.transact((trx) => endHolds(trx, now));
		await run(END);
		expect((await written(proposal)).released_at).toBeNull();
		const both = await Promise.all([run(AFTER), run(AFTER)]);
		expect(Math.min(...both)).toBe(0);
		expect(Math.max(...both)).toBeGreaterThan(0);
		expect(await run(AFTER)).toBe(0);
		expect(await written(proposal)).toMatchObject({ released_at: END, released_by: null });
		const logged = await database.db
			.selectFrom('audit_entries')
			.selectAll()
			.where('event', '=', 'home_hold_ended')
			.where('subject_id', '=', proposal)
			.execute();
		expect(logged.map(({ actor_role, at }) => [actor_role, at])).toEqual([['system', AFTER]]);
		expect((await verifyChain(database.db)).ok).toBe(true);
	});

	it('is never written over a contract', async () => {
		const { listing, proposal } = await aHeldHome();
		const contract = { on: '2026-11-22', document: 'TN1-2026-78' };
		await database.transact((trx) => registerContract(trx, { listing, proposal }, contract, officer, END));
		await database.transact((trx) => endHolds(trx, AFTER));
		expect((await written(proposal)).released_at).toBeNull();
		expect(await state(listing, AFTER)).toBe('contract_registered');
	});

	it('gives way to the next household at once, with no job in between', async () => {
		const listing = await aPublishedListing(database, landlord, officer);
		const [first, second] = [await aTenant(database), await aTenant(database)];
		const proposals = [await propose(listing, first.requestId), await propose(listing, second.requestId)] as const;
		for (const proposal of proposals) await accept(proposal, landlord, NOW);
		await accept(proposals[0], first.actor, NOW);
		expect(await accept(proposals[1], second.actor, END)).toEqual({ ok: false, problem: 'home-already-held' });
		expect(await accept(proposals[1], second.actor, AFTER)).toEqual({ ok: true, held: true });
		expect(await state(listing, AFTER)).toBe('held');
		expect(await database.transact((trx) => endHomeSearch(trx, first.actor, AFTER))).toEqual({ ok: true });
	});

	it('is a deadline that the demo clock can pass', async () => {
		const later = new Date(Date.parse(AFTER) + 365 * 86_400_000).toISOString();
		const listing = await aPublishedListing(database, landlord, officer);
		const { actor, requestId } = await aTenant(database);
		const proposal = await propose(listing, requestId);
		await accept(proposal, landlord, later);
		expect(await nextDeadline(database.db, later)).toBeNull();
		await accept(proposal, actor, later);
		const until = heldUntil(later);
		expect(await nextDeadline(database.db, later)).toEqual({ at: until, what: 'hold' });
		expect(await nextDeadline(database.db, new Date(Date.parse(until) + 1_000).toISOString())).toBeNull();
	});
});
