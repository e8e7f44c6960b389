import type { Insertable, Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import { strata, type Shares } from '$lib/domain/controls/sampling-rules';
import { stored } from '$lib/server/platform/db/stored';
import type { Database } from '$lib/server/schema';
import type { ControlSamplesTable } from './table';

const storedShares = stored<Shares>('the shares of a sample', z.record(z.enum(strata), z.int().min(0).max(100)));

export type Sample = NonNullable<Awaited<ReturnType<typeof findSample>>>;

const withPersons = (db: Kysely<Database>) =>
	db
		.selectFrom('control_samples as sample')
		.innerJoin('accounts as first', 'first.id', 'sample.proposed_by')
		.leftJoin('accounts as second', 'second.id', 'sample.closed_by')
		.select(['sample.id', 'sample.notice_id as noticeId', 'sample.shares', 'sample.population'])
		.select(['sample.population_hash as populationHash', 'sample.days_to_check as daysToCheck', 'sample.outcome'])
		.select(['sample.proposed_by as proposedBy', 'sample.proposed_at as proposedAt', 'first.name as proposer'])
		.select(['sample.closed_by as closedBy', 'sample.closed_at as closedAt', 'second.name as closer'])
		.select(['sample.seed_round as seedRound', 'sample.signature', 'sample.seed', 'sample.drawn_at as drawnAt']);

/** The samples of a notice with the persons who acted, the newest first. */
export async function listSamples(db: Kysely<Database>, noticeId: string) {
	const rows = await withPersons(db)
		.where('sample.notice_id', '=', noticeId)
		.orderBy('sample.proposed_at', 'desc')
		.orderBy('sample.id', 'desc')
		.execute();
	return rows.map((row) => ({ ...row, shares: storedShares(row.shares) }));
}

export async function findSample(db: Kysely<Database>, id: string) {
	const row = await withPersons(db).where('sample.id', '=', id).executeTakeFirst();
	return row && { ...row, shares: storedShares(row.shares) };
}

export async function insertSample(trx: Transaction<Database>, row: Insertable<ControlSamplesTable>): Promise<void> {
	await trx.insertInto('control_samples').values(row).execute();
}

/** Writes how a proposal ended that waited; answers whether this call did. */
export async function closeSample(
	trx: Transaction<Database>,
	id: string,
	closed: {
		readonly outcome: 'confirmed' | 'dropped';
		readonly by: string;
		readonly at: string;
		readonly seedRound: number | null;
	}
): Promise<boolean> {
	const done = await trx
		.updateTable('control_samples')
		.set({ outcome: closed.outcome, closed_by: closed.by, closed_at: closed.at, seed_round: closed.seedRound })
		.where('id', '=', id)
		.where('outcome', 'is', null)
		.returning('id')
		.execute();
	return done.length === 1;
}

/** Writes the seed of a confirmed sample; answers whether this call did. */
export async function setDrawn(
	trx: Transaction<Database>,
	id: string,
	drawn: { readonly signature: string; readonly seed: string; readonly at: string }
): Promise<boolean> {
	const done = await trx
		.updateTable('control_samples')
		.set({ signature: drawn.signature, seed: drawn.seed, drawn_at: drawn.at })
		.where('id', '=', id)
		.where('outcome', '=', 'confirmed')
		.where('drawn_at', 'is', null)
		.returning('id')
		.execute();
	return done.length === 1;
}

/** The samples under way, with their notices: those that wait for a second person, and those that wait for their number. */
export async function listUnderWay(db: Kysely<Database>) {
	return db
		.selectFrom('control_samples as sample')
		.innerJoin('notices', 'notices.id', 'sample.notice_id')
		.select(['sample.id', 'sample.notice_id as noticeId', 'sample.outcome', 'sample.seed_round as seedRound'])
		.select(['sample.proposed_by as proposedBy', 'sample.proposed_at as proposedAt'])
		.select(['notices.title_it as titleIt', 'notices.title_en as titleEn'])
		.where('sample.drawn_at', 'is', null)
		.where((eb) => eb.or([eb('sample.outcome', 'is', null), eb('sample.outcome', '=', 'confirmed')]))
		.execute();
}
