import { now } from '$lib/server/clock';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { transact } from '$lib/server/platform/db/app';
import { sentListings } from '$lib/server/letting/listings/inspection-service';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	listings: (await transact((trx) => sentListings(trx, requireActor(locals), now()))).map(
		({ id, answers, state, events, synthetic }) => ({
			id,
			address: answers.address ?? null,
			rentCents: answers.rent?.rentCents ?? null,
			state,
			synthetic,
			sentAt: events.find(({ event }) => event === 'submitted')!.at
		})
	)
});
