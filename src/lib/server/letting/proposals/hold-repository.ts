import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { heldUntil, oldestHold } from '$lib/domain/matching/proposal';
import type { Database } from '$lib/server/schema';

const holds = (db: Kysely<Database>) =>
	db.selectFrom('listing_proposals').where('held_at', 'is not', null).where('released_at', 'is', null);

/** Proposals for which a home is held at `now`: its hours are not over, or a contract was registered. */
export function liveHolds(db: Kysely<Database>, now: Instant) {
	return holds(db).where((eb) =>
		eb.or([
			eb('held_at', '>=', oldestHold(now)),
			eb.exists(
				eb.selectFrom('tenancies').select('tenancies.id').whereRef('tenancies.proposal_id', '=', 'listing_proposals.id')
			)
		])
	);
}

/** Holds whose hours are over at `now` without a contract, and whose end is not recorded yet. */
async function listEnded(db: Kysely<Database>, now: Instant) {
	const rows = await holds(db)
		.leftJoin('tenancies', 'tenancies.proposal_id', 'listing_proposals.id')
		.select(['listing_proposals.id', 'listing_id as listingId', 'held_at as heldAt'])
		.where('tenancies.id', 'is', null)
		.where('held_at', '<', oldestHold(now))
		.orderBy('listing_proposals.id')
		.execute();
	return rows.map((row) => ({ ...row, heldAt: row.heldAt! }));
}

/**
 * Records that holds ended, each at its own instant. Returns those that this call ended: two processes never end the
 * same hold, and a contract registered meanwhile keeps its home.
 */
export async function releaseEnded(trx: Transaction<Database>, now: Instant) {
	const released: { id: string; listingId: string }[] = [];
	for (const { id, listingId, heldAt } of await listEnded(trx, now)) {
		await trx
			.updateTable('listing_proposals')
			.set((eb) => ({ proposed_at: eb.ref('proposed_at') }))
			.where('id', '=', id)
			.execute();
		// A separate statement after the lock, so that it sees what was committed before.
		const { numUpdatedRows } = await trx
			.updateTable('listing_proposals')
			.set({ released_at: heldUntil(heldAt), released_by: null })
			.where('id', '=', id)
			.where('released_at', 'is', null)
			.where(({ not, exists, selectFrom }) =>
				not(exists(selectFrom('tenancies').select('tenancies.id').where('tenancies.proposal_id', '=', id)))
			)
			.executeTakeFirst();
		if (numUpdatedRows > 0n) released.push({ id, listingId });
	}
	return released;
}

/** When the first hold without a contract ends, after `now`; null when there is none. */
export async function nextHoldEnd(db: Kysely<Database>, now: Instant): Promise<Instant | null> {
	const row = await holds(db)
		.leftJoin('tenancies', 'tenancies.proposal_id', 'listing_proposals.id')
		.select('held_at as heldAt')
		.where('tenancies.id', 'is', null)
		.where('held_at', '>=', oldestHold(now))
		.orderBy('held_at')
		.limit(1)
		.executeTakeFirst();
	return row ? heldUntil(row.heldAt!) : null;
}
