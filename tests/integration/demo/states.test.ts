import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JourneyState } from '$lib/domain/application/journey';
import type { ListingState as StateOfListing } from '$lib/domain/matching/listing-state';
import { now, shiftClock } from '$lib/server/clock';
import { moveClock, readClock } from '$lib/server/demo/clock';
import { loadDemo } from '$lib/server/demo/load';
import { castInPortal, type PortalCast } from '$lib/server/demo/states/cast-in-portal';
import { listingStates, reachListing, type ListingState } from '$lib/server/demo/states/listing-states';
import { offerStates, reachOffer, type OfferState } from '$lib/server/demo/states/offer-states';
import { reachRequest, requestStates, type RequestState } from '$lib/server/demo/states/request-states';
import type { Reached, Stage } from '$lib/server/demo/states/state';
import { myListing } from '$lib/server/letting/listings/service';
import { verifyChain } from '$lib/server/platform/audit/verify';
import { myRequests } from '$lib/server/requests/applications/reading-service';
import { openTestDatabase, type TestDatabase } from '../../support/database';

let database: TestDatabase;
let cast: PortalCast;
beforeAll(async () => {
	database = await openTestDatabase();
	await loadDemo(database.transact, now());
	cast = (await castInPortal(database.db))!;
});
afterAll(async () => {
	shiftClock(0);
	await database.close();
});

/** What a test does is taken back at its end: the next one begins in the world as it was loaded. */
class TakenBack extends Error {}

async function inTheLoadedWorld(act: (stage: Stage) => Promise<void>): Promise<void> {
	const work = database.transact(async (trx) => {
		await act({ trx, cast, now: now() });
		throw new TakenBack();
	});
	await expect(work).rejects.toBeInstanceOf(TakenBack);
}

const idOf = (reached: Reached) => {
	if (!reached.ok) throw new Error(reached.problem);
	return reached.path.split('/').at(-1)!;
};

/** Time as the portal would read it after the act: the clock of the demo may have moved. */
async function timeAfter({ trx }: Stage): Promise<string> {
	await readClock(trx);
	const after = now();
	shiftClock(0);
	return after;
}

describe('a request', () => {
	const expected: Record<Exclude<RequestState, 'draft'>, JourneyState> = {
		sent: 'notice-open',
		amended: 'notice-open',
		withdrawn: 'withdrawn',
		'rejection-notified': 'notice-open',
		excluded: 'excluded'
	};

	it.each(requestStates.filter((state) => state !== 'draft'))('is %s on its own page', (state) =>
		inTheLoadedWorld(async (stage) => {
			const id = idOf(await reachRequest(stage, state));
			const { requests } = await myRequests(stage.trx, cast.richiedente2, await timeAfter(stage));
			expect(requests.find((request) => request.id === id)?.journey.state).toBe(expected[state]);
		})
	);

	it('is begun anew, ready to send, after one that was sent', () =>
		inTheLoadedWorld(async (stage) => {
			const first = idOf(await reachRequest(stage, 'sent'));
			await reachRequest(stage, 'draft');
			expect((await myRequests(stage.trx, cast.richiedente2, stage.now)).drafts).toHaveLength(1);
			const second = idOf(await reachRequest(stage, 'sent'));
			expect(second).not.toBe(first);
		}));

	it('is told of its rejection before it is excluded, and the days to answer pass', () =>
		inTheLoadedWorld(async (stage) => {
			idOf(await reachRequest(stage, 'excluded'));
			const rejection = await stage.trx.selectFrom('rejections').selectAll().orderBy('notified_at', 'desc').execute();
			expect(rejection[0]).toMatchObject({ outcome: 'excluded' });
			expect((await timeAfter(stage)) > rejection[0]!.deadline).toBe(true);
		}));

	it('cannot be sent once the notice has closed, which is said', () =>
		inTheLoadedWorld(async (stage) => {
			const later = new Date(Date.parse(stage.now) + 300 * 86_400_000).toISOString();
			expect(await reachRequest({ ...stage, now: later }, 'sent')).toMatchObject({ ok: false });
		}));
});

describe('the offer', () => {
	const expected: Record<OfferState, JourneyState> = {
		made: 'offer-open',
		accepted: 'accepted',
		'contract-registered': 'contract-signed',
		'keys-delivered': 'keys-delivered',
		refused: 'offer-refused',
		expired: 'offer-expired',
		withdrawn: 'offer-awaited'
	};
	const stateOf = async (stage: Stage) => {
		const { requests } = await myRequests(stage.trx, cast.richiedente, await timeAfter(stage));
		return requests.find(({ offer }) => offer)!.journey.state;
	};

	it.each(offerStates)('is %s on the page of the request', (state) =>
		inTheLoadedWorld(async (stage) => {
			idOf(await reachOffer(stage, state));
			expect(await stateOf(stage)).toBe(expected[state]);
		})
	);

	it('goes on from where it stands, and not back', () =>
		inTheLoadedWorld(async (stage) => {
			idOf(await reachOffer(stage, 'accepted'));
			idOf(await reachOffer(stage, 'keys-delivered'));
			expect(await stateOf(stage)).toBe('keys-delivered');
			expect(await reachOffer(stage, 'refused')).toMatchObject({ ok: false });
		}));
});

describe('a new listing', () => {
	const expected: Record<ListingState, StateOfListing> = {
		draft: 'draft',
		submitted: 'submitted',
		inspected: 'inspected',
		published: 'published',
		refused: 'refused',
		withdrawn: 'withdrawn',
		proposed: 'published',
		held: 'held',
		'contract-registered': 'contract_registered',
		'keys-delivered': 'keys_delivered'
	};

	it.each(listingStates)('is %s on its own page', (state) =>
		inTheLoadedWorld(async (stage) => {
			const id = idOf(await reachListing(stage, state));
			expect((await myListing(stage.trx, id, cast.proprietario, stage.now))?.state).toBe(expected[state]);
		})
	);
});

it('leaves a log of acts that verifies', async () => {
	const reached = await database.transact((trx) => reachOffer({ trx, cast, now: now() }, 'refused'));
	expect(reached.ok).toBe(true);
	expect(await verifyChain(database.db)).toMatchObject({ ok: true });
	await database.transact((trx) => moveClock(trx, 'reset', now()));
});
