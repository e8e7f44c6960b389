import type { Transaction } from 'kysely';
import type { Actor } from '$lib/server/platform/auth/actor';
import { listNoticeOffers } from '$lib/server/letting/offers/repository';
import { noteOpenedRequest } from '$lib/server/people/readings/service';
import { findApplication } from '$lib/server/requests/applications/repository';
import type { Database } from '$lib/server/schema';
import { householdKeys } from './accounts';
import type { World } from './world';

/** The request of a household of the story that has an account. */
export type OwnRequest = ReturnType<typeof ownRequests>[number];

/** The requests of `householdKeys`, in their order. */
export const ownRequests = ({ rows, cast }: Pick<World, 'rows' | 'cast'>) =>
	householdKeys.map((key) => {
		const { id, pseudonym, facts } = rows.applications!.find(({ account_id }) => account_id === cast[key].id)!;
		return { key, id, pseudonym, facts };
	});

/** Those to whom no home was offered. */
export async function withoutOffer(trx: Transaction<Database>, world: World): Promise<OwnRequest[]> {
	const offers = await listNoticeOffers(trx, world.running.noticeId);
	const offered = new Set(offers.map(({ applicationId }) => applicationId));
	return ownRequests(world).filter(({ id }) => !offered.has(id));
}

/** The office opened the file first: the household reads that it did. */
export async function openRequest(trx: Transaction<Database>, id: string, by: Actor, at: string): Promise<void> {
	await noteOpenedRequest(trx, (await findApplication(trx, id))!, '', by, at);
}
