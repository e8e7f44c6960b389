import { error, redirect } from '@sveltejs/kit';
import type { Listing, ListingStep } from '$lib/domain/matching/listing';
import { link } from '$lib/i18n/link';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { landlordProblem } from '$lib/server/letting/listings/problems';
import { myListing } from '$lib/server/letting/listings/service';

type Event = { locals: App.Locals; params: { id: string } };

/** The listing that the address names, if it belongs to the reader; else 404. */
export async function ownListing({ locals, params }: Event): Promise<Listing> {
	const listing = await myListing(db(), params.id, requireActor(locals), now());
	return listing ?? error(404, landlordProblem('not-found'));
}

/** The same for a step of the form. A listing that was sent leads to its own page instead of the form. */
export async function ownDraft(event: Event): Promise<Listing> {
	const listing = await ownListing(event);
	if (listing.state !== 'draft') redirect(303, link('/(landlord)/landlord/listings/[id]', event.params));
	return listing;
}

/** Addresses of the steps in order. The last step is the check. */
export const stepLink = (step: ListingStep | 'check', id: string): string =>
	link(`/(landlord)/landlord/listings/[id]/${step}`, { id });
