import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { romeInstant } from '$lib/domain/calendar/deadline';
import { milestoneEvents } from '$lib/domain/programme/milestone';
import type { Database } from '$lib/server/schema';
import { workMilestone } from '$lib/domain/programme/work';
import type { RecordedHistory, RecordedMilestone } from './dwelling';
import { standing } from './state-repository';

/** The events of each dwelling of `ids` by `now`, oldest first; every id has an entry. */
export async function historiesOf(
	db: Kysely<Database>,
	ids: readonly string[],
	now: Instant
): Promise<Map<string, RecordedHistory>> {
	const histories = new Map<string, RecordedHistory>();
	for (let start = 0; start < ids.length; start += BATCH) {
		for (const [id, history] of await batchOf(db, ids.slice(start, start + BATCH), now)) histories.set(id, history);
	}
	return histories;
}

const BATCH = 500;

async function batchOf(
	db: Kysely<Database>,
	ids: readonly string[],
	now: Instant
): Promise<Map<string, RecordedHistory>> {
	const milestones = [
		...(await milestonesOf(db, ids, now)),
		...(await workMilestonesOf(db, ids, now)),
		...(await certificatesOf(db, ids, now))
	];
	const held = await offeredOf(db, ids);
	const lived = await keysDeliveredOf(db, ids, now);
	const found = new Map<string, RecordedMilestone[]>(ids.map((id) => [id, []]));
	for (const row of milestones) found.get(row.dwelling_id)?.push(milestoneOf(row));
	return new Map(
		ids.map((id) => {
			const ordered = (found.get(id) ?? []).sort(byTime);
			return [id, { milestones: ordered, offered: held.has(id), keysDelivered: lived.has(id) }];
		})
	);
}

function milestonesOf(db: Kysely<Database>, ids: readonly string[], now: Instant): Promise<MilestoneRow[]> {
	return db
		.selectFrom('dwelling_events')
		.leftJoin('accounts', 'accounts.id', 'dwelling_events.account_id')
		.select(['dwelling_events.dwelling_id', 'dwelling_events.event', 'dwelling_events.at'])
		.select(['dwelling_events.document', 'dwelling_events.signed_by', 'dwelling_events.source'])
		.select(['dwelling_events.account_id', 'accounts.name as account_name'])
		.where('dwelling_events.dwelling_id', 'in', ids)
		.where('dwelling_events.at', '<=', now)
		.execute();
}

/** The events of each dwelling's works, as milestones of the dwelling. */
async function workMilestonesOf(db: Kysely<Database>, ids: readonly string[], now: Instant): Promise<MilestoneRow[]> {
	const rows = await db
		.selectFrom('work_events')
		.innerJoin('works', 'works.id', 'work_events.work_id')
		.leftJoin('accounts', 'accounts.id', 'work_events.account_id')
		.select(['works.dwelling_id', 'work_events.event', 'work_events.at', 'work_events.document', 'work_events.source'])
		.select(['work_events.account_id', 'accounts.name as account_name'])
		.where('works.dwelling_id', 'in', ids)
		.where('work_events.at', '<=', now)
		.execute();
	return rows.map((row) => ({
		...row,
		dwelling_id: row.dwelling_id!,
		event: workMilestone(row.event),
		signed_by: null
	}));
}

/** The certificate by which each dwelling counts at `now`: confirmed and not voided, from the day it bears. */
async function certificatesOf(db: Kysely<Database>, ids: readonly string[], now: Instant): Promise<MilestoneRow[]> {
	const rows = await db
		.selectFrom('certificates')
		.leftJoin('accounts', 'accounts.id', 'certificates.confirmed_by')
		.select(['certificates.dwelling_id', 'certificates.number as document', 'certificates.dated_on'])
		.select(['certificates.signed_by', 'certificates.source', 'certificates.confirmed_by as account_id'])
		.select(['accounts.name as account_name', 'certificates.synthetic'])
		.where('certificates.dwelling_id', 'in', ids)
		.where((eb) => standing(eb, now))
		.execute();
	return rows.map(({ dated_on, synthetic, ...row }) => ({
		...row,
		event: 'certified',
		at: romeInstant(dated_on, '00:00:00'),
		synthetic: synthetic === 1
	}));
}

async function offeredOf(db: Kysely<Database>, ids: readonly string[]): Promise<Set<string>> {
	const offered = await db
		.selectFrom('offers')
		.select('dwelling_id')
		.where('dwelling_id', 'in', ids)
		.where('released_at', 'is', null)
		.execute();
	return new Set(offered.map((row) => row.dwelling_id));
}

async function keysDeliveredOf(db: Kysely<Database>, ids: readonly string[], now: Instant): Promise<Set<string>> {
	const withKeys = await db
		.selectFrom('tenancies')
		.innerJoin('tenancy_events', 'tenancy_events.tenancy_id', 'tenancies.id')
		.select('tenancies.dwelling_id')
		.where('tenancies.dwelling_id', 'in', ids)
		.where('tenancies.ended_at', 'is', null)
		.where('tenancy_events.event', '=', 'keys_delivered')
		.where('tenancy_events.at', '<=', now)
		.execute();
	return new Set(withKeys.map((row) => row.dwelling_id));
}

type MilestoneRow = {
	dwelling_id: string;
	event: RecordedMilestone['event'];
	at: string;
	account_id: string | null;
	account_name: string | null;
	document: string | null;
	signed_by: string | null;
	source: string | null;
	synthetic?: boolean;
};

const milestoneOf = (row: MilestoneRow): RecordedMilestone => ({
	event: row.event,
	at: row.at,
	accountId: row.account_id,
	accountName: row.account_name,
	document: row.document,
	signedBy: row.signed_by,
	source: row.source,
	...(row.synthetic && { synthetic: true })
});

/** By moment; on the same day in the order of the works. */
function byTime(a: RecordedMilestone, b: RecordedMilestone): number {
	if (a.at !== b.at) return a.at < b.at ? -1 : 1;
	return milestoneEvents.indexOf(a.event) - milestoneEvents.indexOf(b.event);
}
