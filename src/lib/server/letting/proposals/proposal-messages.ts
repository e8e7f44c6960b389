import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { heldUntil, type Proposal } from '$lib/domain/matching/proposal';
import type { Locale } from '$lib/paraglide/runtime';
import { listRequests } from '$lib/server/letting/home-searches/repository';
import { tell } from '$lib/server/people/messages/tell';
import type { Template, WordsOf } from '$lib/server/people/messages/templates';
import type { Database } from '$lib/server/schema';
import { formatDeadline } from '$lib/words/format';
import { listProposals } from './repository';

type Two = Pick<Proposal, 'id' | 'listingId' | 'requestId' | 'landlordAccountId'>;
type Words<One extends Template> = (locale: Locale) => WordsOf<One>;
/** Messages that say nothing but their own words. */
export type Plain = { [One in Template]: object extends WordsOf<One> ? One : never }[Template];

/** Tells the household of a proposal. */
export async function tellTenant<One extends Template>(
	trx: Transaction<Database>,
	template: One,
	{ id, requestId }: Two,
	words: Words<One>,
	now: Instant
): Promise<void> {
	const [request] = await listRequests(trx, [requestId]);
	if (!request) return;
	const { accountId, dataKeyId, pseudonym } = request;
	const to = accountId === null ? { accountId, dataKeyId, reference: pseudonym } : { accountId };
	await tell(trx, template, { to, path: `/my/proposals/${id}`, words }, now);
}

/** Tells the landlord of a proposal. */
export async function tellLandlord<One extends Template>(
	trx: Transaction<Database>,
	template: One,
	{ listingId, landlordAccountId }: Two,
	words: Words<One>,
	now: Instant
): Promise<void> {
	const path = `/landlord/listings/${listingId}`;
	await tell(trx, template, { to: { accountId: landlordAccountId }, path, words }, now);
}

/** Tells both sides, each in its own words. */
export async function tellBoth(
	trx: Transaction<Database>,
	[tenant, landlord]: readonly [Plain, Plain],
	proposal: Two,
	now: Instant
): Promise<void> {
	await tellTenant(trx, tenant, proposal, () => ({}) as never, now);
	await tellLandlord(trx, landlord, proposal, () => ({}) as never, now);
}

/** Tells both sides that the home is kept, and until when. */
export async function tellHeld(trx: Transaction<Database>, proposal: Two, now: Instant): Promise<void> {
	const words = (locale: Locale) => ({ until: formatDeadline(heldUntil(now), locale) });
	await tellTenant(trx, 'home_held_tenant', proposal, words, now);
	await tellLandlord(trx, 'home_held_landlord', proposal, words, now);
}

/** Tells the other side of an answer: a yes, or a no that ends the proposal. */
export async function tellAnswer(
	trx: Transaction<Database>,
	side: 'tenant' | 'landlord',
	answer: 'yes' | 'no',
	proposal: Two,
	now: Instant
): Promise<void> {
	if (side === 'tenant') await tellLandlord(trx, `tenant_said_${answer}`, proposal, () => ({}), now);
	else await tellTenant(trx, `landlord_said_${answer}`, proposal, () => ({}), now);
}

/** Tells the households that were proposed for a home, and wait, that its landlord took it back. */
export async function tellListingClosed(trx: Transaction<Database>, listingId: string, now: Instant): Promise<void> {
	const open = (await listProposals(trx, { listingId }, now)).filter(({ releasedAt }) => releasedAt === null);
	for (const proposal of open) await tellTenant(trx, 'listing_closed', proposal, () => ({}), now);
}
