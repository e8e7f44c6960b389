import type { Insertable, Kysely, Transaction } from 'kysely';
import type { ControlOutcome } from '$lib/domain/controls/control';
import type { Database } from '$lib/server/schema';
import type { ControlDrawsTable } from './table';

const BATCH = 500;

/** Of these requests: those that an earlier sample drew. */
export async function drawnAmong(db: Kysely<Database>, ids: readonly string[]): Promise<ReadonlySet<string>> {
	if (ids.length === 0) return new Set();
	const rows = await db
		.selectFrom('control_draws')
		.select('application_id as id')
		.where('application_id', 'in', ids)
		.execute();
	return new Set(rows.map(({ id }) => id));
}

export async function insertDraws(
	trx: Transaction<Database>,
	rows: readonly Insertable<ControlDrawsTable>[]
): Promise<void> {
	for (let from = 0; from < rows.length; from += BATCH)
		await trx
			.insertInto('control_draws')
			.values(rows.slice(from, from + BATCH))
			.execute();
}

/** The control of a request that was drawn. */
export async function findDraw(db: Kysely<Database>, applicationId: string) {
	return db
		.selectFrom('control_draws as draw')
		.innerJoin('control_samples as sample', 'sample.id', 'draw.sample_id')
		.leftJoin('accounts as decider', 'decider.id', 'draw.decided_by')
		.select(['draw.stratum', 'draw.due_at as dueAt', 'draw.outcome', 'draw.decided_by as decidedBy'])
		.select(['draw.decided_at as decidedAt', 'decider.name as decider', 'sample.drawn_at as drawnAt'])
		.where('draw.application_id', '=', applicationId)
		.executeTakeFirst();
}

/** Writes the result of a control that waits; answers whether this call did. */
export async function setControlled(
	trx: Transaction<Database>,
	applicationId: string,
	decided: { readonly outcome: ControlOutcome; readonly by: string; readonly at: string }
): Promise<boolean> {
	const done = await trx
		.updateTable('control_draws')
		.set({ outcome: decided.outcome, decided_by: decided.by, decided_at: decided.at })
		.where('application_id', '=', applicationId)
		.where('outcome', 'is', null)
		.returning('application_id')
		.execute();
	return done.length === 1;
}

/** The requests that a sample drew, those to check first, by code. */
export async function listDrawn(db: Kysely<Database>, sampleId: string) {
	return db
		.selectFrom('control_draws as draw')
		.innerJoin('applications', 'applications.id', 'draw.application_id')
		.select(['applications.id', 'applications.pseudonym', 'applications.ended_at as endedAt'])
		.select(['draw.stratum', 'draw.outcome'])
		.where('draw.sample_id', '=', sampleId)
		.orderBy((eb) => eb.case().when('draw.outcome', 'is', null).then(0).else(1).end())
		.orderBy('applications.pseudonym')
		.execute();
}

/** The controls that wait: of requests that did not end. */
export async function listOpenControls(db: Kysely<Database>) {
	return db
		.selectFrom('control_draws as draw')
		.innerJoin('applications', 'applications.id', 'draw.application_id')
		.select(['applications.id', 'applications.pseudonym', 'draw.due_at as dueAt'])
		.where('draw.outcome', 'is', null)
		.where('applications.ended_at', 'is', null)
		.execute();
}
