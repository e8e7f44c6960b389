import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { heldUntil, releaseAt } from '$lib/domain/matching/proposal';
import type { Database } from '$lib/server/schema';
import { officeTerm } from './kinds';
import * as repository from './letting-repository';
import { byKey, inBoth, type Party, type Waiting } from './waiting';

type Listing = Awaited<ReturnType<typeof repository.listOpenListings>>[number];
type Proposal = Awaited<ReturnType<typeof repository.listProposalsOfOpenListings>>[number];
type Task = Pick<Waiting, 'kind' | 'due' | 'waitsFor'>;

/** Homes of private landlords: to inspect, to publish, to propose; proposals to answer; holds, and those that ran out. */
export async function listingWork(db: Kysely<Database>, now: Instant): Promise<Waiting[]> {
	const proposals = byKey(await repository.listProposalsOfOpenListings(db), ({ listingId }) => listingId);
	return (await repository.listOpenListings(db)).flatMap((listing) => {
		const { street = '', streetNumber = '' } = listing.address ?? {};
		const place = { about: inBoth(`${street} ${streetNumber}`.trim()), params: { id: listing.id } };
		return tasksOf(listing, proposals.get(listing.id) ?? [], now).map((task) => ({ ...task, ...place }));
	});
}

function tasksOf({ sentAt, inspectedAt, publishedAt }: Listing, proposals: readonly Proposal[], now: Instant): Task[] {
	if (inspectedAt === null) return [{ kind: 'inspect-listing', due: officeTerm('inspect-listing', sentAt) }];
	if (publishedAt === null) return [{ kind: 'publish-listing', due: officeTerm('publish-listing', inspectedAt) }];
	// No tenancy: the repository leaves out what is let.
	const standing = proposals.map((one) => ({ ...one, ...releaseAt(one, false, now) }));
	const live = standing.filter(({ releasedAt }) => releasedAt === null);
	const held = live.find(({ heldAt }) => heldAt !== null);
	if (held) return [{ kind: 'sign-held-home', due: heldUntil(held.heldAt!) }];
	if (live.length > 0) return live.map(awaited);
	const last = standing.toSorted((a, b) => (a.releasedAt! < b.releasedAt! ? -1 : 1)).at(-1);
	if (last?.releasedBy === 'time') return [{ kind: 'hold-over', due: last.releasedAt! }];
	return [{ kind: 'propose-tenant', due: officeTerm('propose-tenant', last?.releasedAt ?? publishedAt) }];
}

/** A proposal that one side or both have not answered. */
function awaited({
	proposedAt,
	landlordAcceptedAt,
	tenantAcceptedAt
}: Pick<Proposal, 'proposedAt' | 'landlordAcceptedAt' | 'tenantAcceptedAt'>): Task {
	const since = landlordAcceptedAt ?? tenantAcceptedAt ?? proposedAt;
	const one: Party = landlordAcceptedAt ? 'household' : 'landlord';
	const waitsFor = landlordAcceptedAt || tenantAcceptedAt ? one : 'household-and-landlord';
	return { kind: 'await-proposal', due: officeTerm('await-proposal', since), waitsFor };
}
