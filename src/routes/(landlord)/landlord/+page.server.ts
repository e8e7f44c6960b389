import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { awaitingLandlord, myListings } from '$lib/server/letting/listings/service';
import { newestMessages } from '$lib/server/people/messages/reading-service';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = requireActor(locals);
	const listings = await myListings(db(), actor, now());
	const waiting = await awaitingLandlord(db(), actor, now());
	return {
		messages: await newestMessages(db(), actor),
		listings: listings.map(({ id, answers, state, synthetic }) => ({
			id,
			address: answers.address ?? null,
			rentCents: answers.rent?.rentCents ?? null,
			state,
			synthetic,
			yourTurn: state === 'draft' || (state === 'published' && waiting.includes(id))
		}))
	};
};
