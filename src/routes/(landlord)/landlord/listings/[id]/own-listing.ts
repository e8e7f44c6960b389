import { error, redirect } from '@sveltejs/kit';
import type { Listing, ListingStep } from '$lib/domain/matching/listing';
import { link } from '$lib/i18n/link';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { landlordProblem } from '$lib/server/letting/listings/problems';
import { myListing } from '$lib/server/letting/listings/service';

type Event = { locals: App.Locals; params: { id: string } };

/** The listing of the address, if it is the reader's own; 404 otherwise. */
export async function ownListing({ locals, params }: Event): Promise<Listing> {
	const listing = await myListing(db(), params.id, requireActor(locals), now());
	return listing ?? error(404, landlordProblem('not-found'));
}

/** The same, for a step of the form: what was sent is shown, not asked again. */
export async function ownDraft(event: Event): Promise<Listing> {
	const listing = await ownListing(event);
	if (listing.state !== 'draft') redirect(303, link('/(landlord)/landlord/listings/[id]', event.params));
	return listing;
}

/** Addresses of the steps, in their order; the last is the check. */
export const stepLink = (step: ListingStep | 'check', id: string): string =>
	link(`/(landlord)/landlord/listings/[id]/${step}`, { id });
