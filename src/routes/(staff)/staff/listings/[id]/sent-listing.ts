import { error } from '@sveltejs/kit';
import type { Listing } from '$lib/domain/matching/listing';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { sentListing } from '$lib/server/letting/listings/inspection-service';
import { landlordProblem } from '$lib/server/letting/listings/problems';

/** The listing that the address names, if it was sent to the agency. Only its landlord may read a draft. */
export async function listingOf({ params }: { params: { id: string } }): Promise<Listing> {
	return (await sentListing(db(), params.id, now())) ?? error(404, landlordProblem('not-found'));
}
