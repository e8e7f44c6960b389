import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { sentListings } from '$lib/server/letting/listings/inspection-service';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({
	listings: (await sentListings(db(), now())).map(({ id, answers, state, events, synthetic }) => ({
		id,
		address: answers.address ?? null,
		rentCents: answers.rent?.rentCents ?? null,
		state,
		synthetic,
		sentAt: events.find(({ event }) => event === 'submitted')!.at
	}))
});
