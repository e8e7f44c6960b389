import type { Transaction } from 'kysely';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { inspectListing, publishListing, refuseListing } from '$lib/server/letting/listings/inspection-service';
import { beginListing, saveStep, sendListing, withdrawListing } from '$lib/server/letting/listings/service';
import type { Cast } from './cast';
import type { LoadDay } from './day';
import { listingAnswers } from './listing-answers';
import { playProposals, type Proposals } from './play-proposals';
import { allowed } from './play-rounds';
import { createRandom, type Random } from './random';
import { SEED, type World } from './world';

/** Days from today on which each event of a landlord's flat happened; a missing event did not happen. */
export type ListingStory = {
	readonly landlord: 'proprietario' | 'proprietario2';
	readonly begun: number;
	readonly sent?: number;
	readonly inspected?: number;
	readonly published?: number;
	readonly refused?: number;
	readonly withdrawn?: number;
	readonly proposals?: Proposals;
};

const stories: readonly ListingStory[] = [
	{
		landlord: 'proprietario2',
		begun: -61,
		sent: -60,
		inspected: -55,
		published: -50,
		proposals: { proposed: [-45], landlordYes: -43, tenantYes: -42, contract: -40, keys: -30 }
	},
	{ landlord: 'proprietario', begun: -2 },
	{ landlord: 'proprietario', begun: -4, sent: -3 },
	{ landlord: 'proprietario', begun: -14, sent: -12, inspected: -5 },
	{
		landlord: 'proprietario',
		begun: -26,
		sent: -25,
		inspected: -20,
		published: -18,
		proposals: { proposed: [-6, -5], landlordYes: -4 }
	},
	{ landlord: 'proprietario2', begun: -24, sent: -23, inspected: -19, published: -17 },
	{ landlord: 'proprietario2', begun: -16, sent: -15, refused: -13 },
	{ landlord: 'proprietario2', begun: -23, sent: -22, withdrawn: -21 },
	{
		landlord: 'proprietario',
		begun: -31,
		sent: -30,
		inspected: -26,
		published: -24,
		proposals: { proposed: [-4], landlordYes: -2, tenantYes: -1 }
	}
];

/** Plays the landlords' flats through the portal's own services, one in each state. */
export async function playListings(trx: Transaction<Database>, { cast, load }: World): Promise<void> {
	const random = createRandom(`${SEED}/listings`);
	for (const story of stories) await playListing(trx, random, cast, load, story);
}

/** Plays one listing through the portal's own services, as its landlord and the officer; answers its id. */
export async function playListing(
	trx: Transaction<Database>,
	random: Random,
	cast: Pick<Cast, ListingStory['landlord'] | 'funzionario'>,
	load: LoadDay,
	story: ListingStory
): Promise<string> {
	const landlord = cast[story.landlord];
	const officer = cast.funzionario;
	const id = random.id(load.at(story.begun));
	const answers = listingAnswers(random, load, story.begun + 45);
	const { address, ...others } = answers;
	allowed(await beginListing(trx, id, address, landlord, load.at(story.begun)));
	const steps = story.sent === undefined ? { flat: others.flat } : others;
	for (const [name, answer] of Object.entries(steps))
		allowed(await saveStep(trx, id, { [name]: answer }, landlord, load.at(story.begun, '10:20')));
	if (story.sent !== undefined) allowed(await sendListing(trx, id, landlord, load.at(story.sent)));
	if (story.refused !== undefined) await refuse(trx, id, officer, load.at(story.refused));
	if (story.withdrawn !== undefined) allowed(await withdrawListing(trx, id, landlord, load.at(story.withdrawn)));
	if (story.inspected !== undefined) {
		const note = 'Sopralluogo inventato per la dimostrazione: misure confermate.';
		const found = { netAreaDm2: answers.flat.netAreaDm2, measures: answers.access.measures };
		const inspection = { on: load.day(story.inspected), note, ...found };
		allowed(await inspectListing(trx, id, inspection, officer, load.at(story.inspected, '15:00')));
	}
	if (story.published !== undefined) allowed(await publishListing(trx, id, officer, load.at(story.published)));
	if (story.proposals) await playProposals(trx, id, story.proposals, { landlord, officer, load });
	return id;
}

async function refuse(trx: Transaction<Database>, id: string, officer: Actor, at: string) {
	const reason = 'La planimetria non corrisponde allo stato dell’alloggio: va aggiornata al catasto.';
	allowed(await refuseListing(trx, id, reason, officer, at));
}
