import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { HomeToOffer } from '$lib/domain/dwelling/may-be-offered';
import type { Database } from '$lib/server/schema';
import type { RemovalsTable } from './table';

const BATCH = 500;

export async function insertRemoval(trx: Transaction<Database>, row: Insertable<RemovalsTable>): Promise<void> {
	await trx.insertInto('removals').values(row).execute();
}

/** Writes how a removal ended that waited; answers whether this call did. */
export async function closeRemoval(
	trx: Transaction<Database>,
	id: string,
	closed: { readonly outcome: 'confirmed' | 'dismissed'; readonly by: string; readonly at: Instant }
): Promise<boolean> {
	const done = await trx
		.updateTable('removals')
		.set({ outcome: closed.outcome, closed_by: closed.by, closed_at: closed.at })
		.where('id', '=', id)
		.where('outcome', 'is', null)
		.returning('id')
		.execute();
	return done.length === 1;
}

/** Writes that a damage is repaired or works are done; answers whether this call did. */
export async function endRemoval(trx: Transaction<Database>, id: string, by: string, at: Instant): Promise<boolean> {
	const done = await trx
		.updateTable('removals')
		.set({ ended_by: by, ended_at: at })
		.where('id', '=', id)
		.where('outcome', '=', 'confirmed')
		.where('ended_at', 'is', null)
		.returning('id')
		.execute();
	return done.length === 1;
}

/** The removals of a home with the persons who acted, the newest first. */
export async function listRemovals(db: Kysely<Database>, dwellingId: string) {
	return db
		.selectFrom('removals')
		.innerJoin('accounts as first', 'first.id', 'removals.proposed_by')
		.leftJoin('accounts as second', 'second.id', 'removals.closed_by')
		.leftJoin('notices', 'notices.id', 'removals.notice_id')
		.select(['removals.id', 'removals.kind', 'removals.happened_on as on', 'removals.reason', 'removals.outcome'])
		.select(['removals.proposed_by as proposedBy', 'removals.proposed_at as proposedAt', 'first.name as proposer'])
		.select(['removals.closed_by as closedBy', 'removals.closed_at as closedAt', 'second.name as closer'])
		.select(['removals.ended_at as endedAt', 'removals.persons', 'notices.code as notice'])
		.select('removals.notice_id as noticeId')
		.where('removals.dwelling_id', '=', dwellingId)
		.orderBy('removals.proposed_at', 'desc')
		.orderBy('removals.id', 'desc')
		.execute();
}

/** Every home of `ids` with the facts that decide whether it may be offered. */
export async function homesToOffer(
	db: Kysely<Database>,
	ids: readonly string[]
): Promise<ReadonlyMap<string, HomeToOffer>> {
	const found = new Map<string, HomeToOffer>();
	for (let from = 0; from < ids.length; from += BATCH) {
		const some = ids.slice(from, from + BATCH);
		const [happened, standing] = [await eventsOf(db, some), await standingOf(db, some)];
		for (const id of some) found.set(id, factsOf(happened.get(id) ?? new Set(), standing.get(id) ?? []));
	}
	return found;
}

type Standing = { readonly kind: RemovalsTable['kind']; readonly outcome: RemovalsTable['outcome'] };

function factsOf(happened: ReadonlySet<string>, standing: readonly Standing[]): HomeToOffer {
	const is = (kind: RemovalsTable['kind']) => standing.some((one) => one.kind === kind && one.outcome === 'confirmed');
	return {
		withdrawn: happened.has('withdrawn'),
		alreadyLet: happened.has('let_before_portal'),
		damaged: is('damaged'),
		worksReopened: is('works-reopened'),
		leaving: standing.some(({ outcome }) => outcome === null),
		restored: happened.has('certified')
	};
}

async function eventsOf(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, Set<string>>> {
	const rows = await db
		.selectFrom('dwelling_events')
		.select(['dwelling_id', 'event'])
		.where('dwelling_id', 'in', ids)
		.where('event', 'in', ['withdrawn', 'let_before_portal'])
		.execute();
	const certified = await db
		.selectFrom('certificates')
		.select('dwelling_id')
		.where('dwelling_id', 'in', ids)
		.where('confirmed_at', 'is not', null)
		.where('voided_at', 'is', null)
		.execute();
	const all = [...rows, ...certified.map((row) => ({ ...row, event: 'certified' }))];
	const found = new Map<string, Set<string>>();
	for (const { dwelling_id: id, event } of all) found.set(id, (found.get(id) ?? new Set()).add(event));
	return found;
}

/** Removals that wait, and confirmed ones that have not ended. */
async function standingOf(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, Standing[]>> {
	const rows = await db
		.selectFrom('removals')
		.select(['dwelling_id', 'kind', 'outcome'])
		.where('dwelling_id', 'in', ids)
		.where('ended_at', 'is', null)
		.where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '=', 'confirmed')]))
		.execute();
	const found = new Map<string, Standing[]>();
	for (const { dwelling_id: id, ...one } of rows) found.set(id, [...(found.get(id) ?? []), one]);
	return found;
}
