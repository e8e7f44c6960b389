import type { Insertable, Kysely, Transaction } from 'kysely';
import type { ChangeOutcome } from '$lib/domain/changes/change';
import type { Database } from '$lib/server/schema';

const BATCH = 500;

/** Inserts a change; false where it is there already. */
export async function insertChange(trx: Transaction<Database>, row: Insertable<Database['household_changes']>) {
	const inserted = await trx
		.insertInto('household_changes')
		.values(row)
		.onConflict((was) => was.column('id').doNothing())
		.returning('id')
		.executeTakeFirst();
	return inserted !== undefined;
}

const select = (db: Kysely<Database>) =>
	db
		.selectFrom('household_changes')
		.leftJoin('accounts', 'accounts.id', 'household_changes.decided_by')
		.select(['household_changes.id', 'application_id as requestId', 'account_id as accountId', 'at', 'outcome'])
		.select(['channel', 'told_on as toldOn', 'content_sealed as contentSealed', 'decision_sealed as decisionSealed'])
		.select(['decided_by as deciderId', 'decided_at as decidedAt', 'accounts.name as deciderName']);

/** The changes of a request, in the order in which they were told; still sealed. */
export async function listChanges(db: Kysely<Database>, requestId: string) {
	return select(db).where('application_id', '=', requestId).orderBy('at').orderBy('household_changes.id').execute();
}

/** Of these requests, the changes that wait or were accepted; still sealed. */
export async function listLiveChanges(db: Kysely<Database>, requestIds: readonly string[]) {
	const found = [];
	for (let from = 0; from < requestIds.length; from += BATCH)
		found.push(
			...(await db
				.selectFrom('household_changes')
				.select(['id', 'application_id as requestId', 'outcome'])
				.select(['content_sealed as contentSealed', 'decision_sealed as decisionSealed'])
				.where('application_id', 'in', requestIds.slice(from, from + BATCH))
				.where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '=', 'accepted')]))
				.orderBy('at')
				.orderBy('id')
				.execute())
		);
	return found;
}

/** The changes of a notice that wait, with the key of their requests; still sealed. */
export async function listWaitingChanges(db: Kysely<Database>, noticeId: string) {
	return db
		.selectFrom('household_changes')
		.innerJoin('applications', 'applications.id', 'household_changes.application_id')
		.select(['household_changes.id', 'content_sealed as contentSealed', 'applications.data_key_id as dataKeyId'])
		.where('household_changes.notice_id', '=', noticeId)
		.where('household_changes.outcome', 'is', null)
		.where('applications.ended_at', 'is', null)
		.execute();
}

/** Decides a change that waits; answers whether this call did. */
export async function setDecided(
	trx: Transaction<Database>,
	id: string,
	decided: { readonly outcome: ChangeOutcome; readonly sealed: string; readonly by: string; readonly at: string }
): Promise<boolean> {
	const rows = await trx
		.updateTable('household_changes')
		.set({ outcome: decided.outcome, decision_sealed: decided.sealed, decided_by: decided.by, decided_at: decided.at })
		.where('id', '=', id)
		.where('outcome', 'is', null)
		.returning('id')
		.execute();
	return rows.length === 1;
}

/** Writes anew what was told, while it waits for its decision; answers whether it did. */
export async function setContent(trx: Transaction<Database>, id: string, sealed: string): Promise<boolean> {
	const rows = await trx
		.updateTable('household_changes')
		.set({ content_sealed: sealed })
		.where('id', '=', id)
		.where('outcome', 'is', null)
		.returning('id')
		.execute();
	return rows.length === 1;
}

/** The same words, sealed with another key. */
export async function setSealed(
	trx: Transaction<Database>,
	id: string,
	sealed: { readonly content_sealed: string; readonly decision_sealed: string | null }
): Promise<void> {
	await trx.updateTable('household_changes').set(sealed).where('id', '=', id).execute();
}
