import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Standing } from '$lib/domain/verification/checklist';
import type { Database } from '$lib/server/schema';

const BATCH = 500;

/** The row of a request, made where there is none, locked until the transaction ends: an update locks on both databases. */
export async function lockVerification(trx: Transaction<Database>, applicationId: string, now: string) {
	const begun = { standing: 'open', waits_for: null, due_at: null, version: 0, updated_at: now } as const;
	await trx
		.insertInto('verifications')
		.values({ application_id: applicationId, ...begun })
		.onConflict((conflict) =>
			conflict.column('application_id').doUpdateSet((eb) => ({ version: eb.ref('verifications.version') }))
		)
		.execute();
	const row = await trx
		.selectFrom('verifications')
		.select(['standing', 'version'])
		.where('application_id', '=', applicationId)
		.executeTakeFirstOrThrow();
	return row;
}

export async function updateVerification(
	trx: Transaction<Database>,
	applicationId: string,
	row: Partial<Omit<Insertable<Database['verifications']>, 'application_id'>>
): Promise<void> {
	await trx.updateTable('verifications').set(row).where('application_id', '=', applicationId).execute();
}

export async function insertChecks(trx: Transaction<Database>, rows: readonly Insertable<Database['fact_checks']>[]) {
	if (rows.length > 0) await trx.insertInto('fact_checks').values(rows).execute();
}

/** Every act about the facts of a request, in order, with who did it; still sealed. */
export async function listChecks(db: Kysely<Database>, applicationId: string) {
	return db
		.selectFrom('fact_checks')
		.innerJoin('accounts', 'accounts.id', 'fact_checks.account_id')
		.select(['fact_checks.id', 'version', 'act', 'deadline', 'content_sealed as contentSealed', 'at'])
		.select(['accounts.id as byId', 'accounts.name as byName', 'accounts.role as byRole'])
		.where('application_id', '=', applicationId)
		.orderBy('version')
		.execute();
}

/**
 * Every act, in order and still sealed, about the facts of those of these requests that have a corrected fact or one that is
 * not proven. Most requests have none, so few rows are read and opened.
 */
export async function listChecksOfCorrected(db: Kysely<Database>, applicationIds: readonly string[]) {
	if (applicationIds.length === 0) return [];
	return db
		.selectFrom('fact_checks')
		.select(['id', 'application_id as applicationId', 'act', 'content_sealed as contentSealed'])
		.where('application_id', 'in', applicationIds)
		.where(({ exists, selectFrom }) =>
			exists(
				selectFrom('fact_checks as deciding')
					.select('deciding.id')
					.whereRef('deciding.application_id', '=', 'fact_checks.application_id')
					.where('deciding.act', 'in', ['corrected', 'not-proven'])
			)
		)
		.orderBy('application_id')
		.orderBy('version')
		.execute();
}

/** How many acts about facts and accepted changes there are under a notice: whether anything was decided since an earlier count. */
export async function countChecks(db: Kysely<Database>, noticeId: string): Promise<number> {
	const { count } = await db
		.selectFrom('verifications')
		.innerJoin('applications', 'applications.id', 'verifications.application_id')
		.select((eb) => eb.fn.sum<number | null>('verifications.version').as('count'))
		.where('applications.notice_id', '=', noticeId)
		.executeTakeFirstOrThrow();
	return Number(count ?? 0);
}

/** The questions that these requests were asked, and the answers, in order. The facts that they are about stay sealed. */
export async function listQuestions(db: Kysely<Database>, applicationIds: readonly string[]) {
	const found = [];
	for (let from = 0; from < applicationIds.length; from += BATCH)
		found.push(
			...(await db
				.selectFrom('fact_checks')
				.select(['application_id as id', 'act', 'at', 'deadline'])
				.where('application_id', 'in', applicationIds.slice(from, from + BATCH))
				.where('act', 'in', ['asked', 'answered'])
				.orderBy('application_id')
				.orderBy('version')
				.execute())
		);
	return found;
}

export async function findStanding(db: Kysely<Database>, applicationId: string) {
	return db
		.selectFrom('verifications')
		.select(['standing', 'waits_for as waitsFor', 'due_at as dueAt', 'updated_at as updatedAt'])
		.where('application_id', '=', applicationId)
		.executeTakeFirst();
}

/** The live requests of a notice that have a corrected fact, one that is not proven, or an accepted change. */
export async function listCorrectedOf(db: Kysely<Database>, noticeId: string) {
	return db
		.selectFrom('applications')
		.select(['id', 'pseudonym'])
		.where('notice_id', '=', noticeId)
		.where('ended_at', 'is', null)
		.where(({ or, exists, selectFrom }) =>
			or([
				exists(
					selectFrom('fact_checks')
						.select('fact_checks.id')
						.whereRef('fact_checks.application_id', '=', 'applications.id')
						.where('act', 'in', ['corrected', 'not-proven'])
				),
				exists(
					selectFrom('household_changes')
						.select('household_changes.id')
						.whereRef('household_changes.application_id', '=', 'applications.id')
						.where('outcome', '=', 'accepted')
				)
			])
		)
		.orderBy('pseudonym')
		.execute();
}

/** The same act, sealed with another key. */
export async function setContent(trx: Transaction<Database>, id: string, sealed: string): Promise<void> {
	await trx.updateTable('fact_checks').set({ content_sealed: sealed }).where('id', '=', id).execute();
}

/** Where the check of each of these requests stands; one whose check has not begun is left out. */
export async function standingsOf(
	db: Kysely<Database>,
	applicationIds: readonly string[]
): Promise<ReadonlyMap<string, Standing>> {
	const found = new Map<string, Standing>();
	for (let from = 0; from < applicationIds.length; from += BATCH) {
		const rows = await db
			.selectFrom('verifications')
			.select(['application_id as id', 'standing'])
			.where('application_id', 'in', applicationIds.slice(from, from + BATCH))
			.execute();
		for (const { id, standing } of rows) found.set(id, standing);
	}
	return found;
}

/** How many live requests of a notice stand where; `standing` null: their check has not begun. */
export async function countStandings(db: Kysely<Database>, noticeId: string) {
	const rows = await db
		.selectFrom('applications')
		.leftJoin('verifications', 'verifications.application_id', 'applications.id')
		.select(['verifications.standing', (eb) => eb.fn.countAll<number>().as('count')])
		.where('applications.notice_id', '=', noticeId)
		.where('applications.ended_at', 'is', null)
		.groupBy('verifications.standing')
		.execute();
	return rows.map(({ standing, count }) => ({ standing, count: Number(count) }));
}

/** The requests of a notice whose check has begun, the one written about last first. */
export async function listBegun(db: Kysely<Database>, noticeId: string, limit: number) {
	return db
		.selectFrom('verifications')
		.innerJoin('applications', 'applications.id', 'verifications.application_id')
		.select(['applications.id', 'applications.pseudonym', 'applications.protocol'])
		.select(['verifications.standing', 'verifications.waits_for as waitsFor', 'verifications.updated_at as updatedAt'])
		.where('applications.notice_id', '=', noticeId)
		.orderBy('verifications.updated_at', 'desc')
		.orderBy('applications.id')
		.limit(limit)
		.execute();
}
