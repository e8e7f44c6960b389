import { error } from '@sveltejs/kit';
import type { Listing } from '$lib/domain/matching/listing';
import { now } from '$lib/server/clock';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { transact } from '$lib/server/platform/db/app';
import { sentListing } from '$lib/server/letting/listings/inspection-service';
import { landlordProblem } from '$lib/server/letting/listings/problems';

type Event = { readonly params: { readonly id: string }; readonly locals: App.Locals };

/** The listing that the address names, if it was sent to the agency. Only its landlord may read a draft. */
export async function listingOf({ params, locals }: Event): Promise<Listing> {
	const found = await transact((trx) => sentListing(trx, params.id, requireActor(locals), now()));
	return found ?? error(404, landlordProblem('not-found'));
}
