import { newId } from '$lib/server/ids';
import { loadDay, type LoadDay } from '../day';
import { playListing, type ListingStory } from '../play-listings';
import { createRandom } from '../random';
import type { Reached, Stage } from './state';

/** The steps that bring a new listing into each state. All happen now: the days are counted from today. */
const published = { sent: 0, inspected: 0, published: 0 };
const proposed = [0] as const;
const stories = {
	draft: {},
	submitted: { sent: 0 },
	inspected: { sent: 0, inspected: 0 },
	published,
	refused: { sent: 0, refused: 0 },
	withdrawn: { sent: 0, withdrawn: 0 },
	proposed: { ...published, proposals: { proposed } },
	held: { ...published, proposals: { proposed, landlordYes: 0, tenantYes: 0 } },
	'contract-registered': { ...published, proposals: { proposed, landlordYes: 0, tenantYes: 0, contract: 0 } },
	'keys-delivered': { ...published, proposals: { proposed, landlordYes: 0, tenantYes: 0, contract: 0, keys: 0 } }
} satisfies Record<string, Omit<ListingStory, 'landlord' | 'begun'>>;

export type ListingState = keyof typeof stories;
export const listingStates = Object.keys(stories) as ListingState[];

/** Makes a new listing of the demo landlord and brings it into a state. */
export async function reachListing({ trx, cast, now }: Stage, state: ListingState): Promise<Reached> {
	const today = loadDay(now);
	const load: LoadDay = { ...today, at: () => now, during: () => now };
	const random = createRandom(`listing/${newId()}`);
	const story = { landlord: 'proprietario', begun: 0, ...stories[state] } as const;
	const id = await playListing(trx, random, cast, load, story);
	return { ok: true, account: 'proprietario', path: `/landlord/listings/${id}` };
}
