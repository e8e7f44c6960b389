import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '$lib/server/platform/auth/actor';
import { newId } from '$lib/server/ids';
import { acceptProposal } from '$lib/server/letting/proposals/service';
import { proposeTenant, suggestionsFor } from '$lib/server/letting/proposals/suggestion-service';
import { registerContract } from '$lib/server/letting/tenancies/letting-service';
import { aPublishedListing, aTenant, anAccount, NOW } from '../../../support/builders/landlord-world';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
let landlord: Actor;
let officer: Actor;

beforeEach(async () => {
	database = await openTestDatabase();
	landlord = await anAccount(database, 'landlord');
	officer = await anAccount(database, 'officer');
});
afterEach(() => database.close());

const homeOf = async (listing: string) =>
	(await database.db.selectFrom('listings').select('dwelling_id').where('id', '=', listing).executeTakeFirstOrThrow())
		.dwelling_id!;

const event = (name: 'withdrawn' | 'let_before_portal') => async (dwelling: string) => {
	const row = { id: newId(), dwelling_id: dwelling, event: name, at: NOW, account_id: officer.id } as const;
	await database.db.insertInto('dwelling_events').values(row).execute();
};

const removal = (kind: 'damaged' | 'works-reopened', outcome: 'confirmed' | null) => async (dwelling: string) => {
	const closed = outcome === null ? null : NOW;
	const row = { dwelling_id: dwelling, notice_id: null, kind, happened_on: '2026-11-21', reason: 'Prova' };
	const acts = { proposed_by: officer.id, proposed_at: NOW, closed_by: closed && landlord.id, closed_at: closed };
	const ended = { ended_by: null, ended_at: null };
	await database.db
		.insertInto('removals')
		.values({ id: newId(), ...row, persons: 2, ...acts, outcome, ...ended })
		.execute();
};

/** Everything by which a home stops being one that may be offered. */
const hindered = {
	withdrawn: event('withdrawn'),
	'already let': event('let_before_portal'),
	damaged: removal('damaged', 'confirmed'),
	'works reopened': removal('works-reopened', 'confirmed'),
	'a removal that waits': removal('damaged', null)
};

describe.each(Object.entries(hindered))('a private flat after: %s', (_, happens) => {
	it('is suggested to nobody, proposed to nobody, and not held by a second yes', async () => {
		const listing = await aPublishedListing(database, landlord, officer);
		const [first, second] = [await aTenant(database), await aTenant(database)];
		const propose = (request: string) => database.transact((trx) => proposeTenant(trx, listing, request, officer, NOW));
		const accept = (proposal: string, by: Actor) =>
			database.transact((trx) => acceptProposal(trx, { proposal }, by, NOW));
		const proposed = await propose(first.requestId);
		if (!proposed.ok) throw new Error(proposed.problem);
		expect(await accept(proposed.id, landlord)).toEqual({ ok: true, held: false });

		await happens(await homeOf(listing));

		expect((await suggestionsFor(database.db, listing, NOW)).tenants).toEqual([]);
		expect(await propose(second.requestId)).toEqual({ ok: false, problem: 'not-suggested' });
		expect(await accept(proposed.id, first.actor)).toEqual({ ok: false, problem: 'home-gone' });
	});

	it('gets no contract, even when it was held before', async () => {
		const listing = await aPublishedListing(database, landlord, officer);
		const { actor, requestId } = await aTenant(database);
		const proposed = await database.transact((trx) => proposeTenant(trx, listing, requestId, officer, NOW));
		if (!proposed.ok) throw new Error(proposed.problem);
		for (const by of [landlord, actor])
			await database.transact((trx) => acceptProposal(trx, { proposal: proposed.id }, by, NOW));

		await happens(await homeOf(listing));

		const letting = { listing, proposal: proposed.id };
		const contract = { on: '2026-11-22', document: 'TN1-2026-79' };
		expect(await database.transact((trx) => registerContract(trx, letting, contract, officer, NOW))).toEqual({
			ok: false,
			problem: 'home-gone'
		});
	});
});
