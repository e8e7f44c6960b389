import type { Insertable, Kysely, Transaction, Updateable } from 'kysely';
import { isLastVersion } from '$lib/server/requests/applications/repository';
import type { Database } from '$lib/server/schema';

type Round = Database['rounds'];

/** Everything of a round but its files, which are large. */
const head = [
	'rounds.id',
	'rounds.notice_id as noticeId',
	'rounds.version',
	'rounds.kind',
	'rounds.input_hash as inputHash',
	'rounds.result_hash as resultHash',
	'rounds.projection_hash as projectionHash',
	'rounds.public_result_hash as publicResultHash',
	'rounds.publication_hash as publicationHash',
	'rounds.summary',
	'rounds.signature',
	'rounds.audit_head as auditHead',
	'rounds.prepared_by as preparedBy',
	'rounds.prepared_at as preparedAt',
	'rounds.approved_by as approvedBy',
	'rounds.approved_at as approvedAt',
	'rounds.published_at as publishedAt',
	'notice_receipts.root as receiptsRoot',
	'notice_receipts.count as receiptsCount'
] as const;

export async function findRound(db: Kysely<Database>, id: string) {
	return db
		.selectFrom('rounds')
		.innerJoin('accounts as preparer', 'preparer.id', 'rounds.prepared_by')
		.leftJoin('accounts as approver', 'approver.id', 'rounds.approved_by')
		.leftJoin('notice_receipts', 'notice_receipts.notice_id', 'rounds.notice_id')
		.select([...head, 'preparer.name as preparerName', 'approver.name as approverName'])
		.where('rounds.id', '=', id)
		.executeTakeFirst();
}

export async function listRounds(db: Kysely<Database>, noticeId: string) {
	return db
		.selectFrom('rounds')
		.innerJoin('accounts as preparer', 'preparer.id', 'rounds.prepared_by')
		.leftJoin('accounts as approver', 'approver.id', 'rounds.approved_by')
		.leftJoin('notice_receipts', 'notice_receipts.notice_id', 'rounds.notice_id')
		.select([...head, 'preparer.name as preparerName', 'approver.name as approverName'])
		.where('rounds.notice_id', '=', noticeId)
		.orderBy('rounds.version', 'desc')
		.execute();
}

/** The newest version that was published, for each notice. */
export async function listPublished(db: Kysely<Database>, noticeId?: string) {
	return db
		.selectFrom('rounds')
		.innerJoin('notices', 'notices.id', 'rounds.notice_id')
		.leftJoin('notice_receipts', 'notice_receipts.notice_id', 'rounds.notice_id')
		.select([
			...head,
			'notices.code',
			'notices.title_it as titleIt',
			'notices.title_en as titleEn',
			'notices.synthetic'
		])
		.where('rounds.published_at', 'is not', null)
		.$if(noticeId !== undefined, (query) => query.where('rounds.notice_id', '=', noticeId!))
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('rounds as newer')
						.select('newer.id')
						.whereRef('newer.notice_id', '=', 'rounds.notice_id')
						.whereRef('newer.version', '>', 'rounds.version')
						.where('newer.published_at', 'is not', null)
				)
			)
		)
		.orderBy('rounds.published_at', 'desc')
		.execute();
}

export async function readFiles(db: Kysely<Database>, id: string) {
	return db
		.selectFrom('rounds')
		.select(['id', 'data_key_id as dataKeyId', 'input_sealed as inputSealed', 'result_sealed as resultSealed'])
		.where('id', '=', id)
		.executeTakeFirst();
}

export async function readPublicFile(db: Kysely<Database>, noticeId: string, version: number) {
	return db
		.selectFrom('rounds')
		.select(['id', 'projection', 'public_result as publicResult', 'publication', 'statement'])
		.where('notice_id', '=', noticeId)
		.where('version', '=', version)
		.where('published_at', 'is not', null)
		.executeTakeFirst();
}

export async function insertRound(trx: Transaction<Database>, round: Insertable<Round>): Promise<void> {
	await trx.insertInto('rounds').values(round).execute();
}

/**
 * Reads the row and locks it until the transaction ends. An update locks on both databases; `for update` exists on
 * PostgreSQL only.
 */
export async function lockRound(trx: Transaction<Database>, id: string) {
	await trx
		.updateTable('rounds')
		.set((eb) => ({ version: eb.ref('version') }))
		.where('id', '=', id)
		.execute();
	return findRound(trx, id);
}

type Approval = Required<Pick<Updateable<Round>, 'approved_by' | 'approved_at' | 'statement' | 'signature'>>;

export async function setApproved(trx: Transaction<Database>, id: string, approval: Approval) {
	await trx.updateTable('rounds').set(approval).where('id', '=', id).where('approved_at', 'is', null).execute();
}

export async function setPublished(trx: Transaction<Database>, id: string, at: string, auditHead: string) {
	await trx
		.updateTable('rounds')
		.set({ published_at: at, audit_head: auditHead })
		.where('id', '=', id)
		.where('published_at', 'is', null)
		.execute();
}

/** Erases the public rounds and results of a notice, with the hashes that their statements name; what they were made from stays sealed. */
export async function eraseOpenFiles(trx: Transaction<Database>, noticeId: string): Promise<void> {
	await trx
		.updateTable('rounds')
		.set({ projection: null, projection_hash: null, public_result: null, public_result_hash: null, statement: null })
		.where('notice_id', '=', noticeId)
		.where('projection_hash', 'is not', null)
		.execute();
}

/** Notices that are closed, with the newest version of their round, if any. */
export async function listClosedNotices(db: Kysely<Database>, now: string) {
	return db
		.selectFrom('notices')
		.innerJoin('notice_events as opened', (join) =>
			join.onRef('opened.notice_id', '=', 'notices.id').on('opened.event', '=', 'opened')
		)
		.leftJoin('rounds', (join) =>
			join
				.onRef('rounds.notice_id', '=', 'notices.id')
				.on(({ not, exists, selectFrom }) =>
					not(
						exists(
							selectFrom('rounds as newer')
								.select('newer.id')
								.whereRef('newer.notice_id', '=', 'rounds.notice_id')
								.whereRef('newer.version', '>', 'rounds.version')
						)
					)
				)
		)
		.select(['notices.id', 'notices.code', 'notices.title_it as titleIt', 'notices.title_en as titleEn'])
		.select(['notices.closes_at as closesAt', 'notices.beacon', 'notices.synthetic'])
		.select(['rounds.id as roundId', 'rounds.version', 'rounds.kind', 'rounds.prepared_at as preparedAt'])
		.select(['rounds.prepared_by as preparedBy', 'rounds.approved_at as approvedAt'])
		.select('rounds.published_at as publishedAt')
		.where('notices.closes_at', '<', now)
		.orderBy('notices.closes_at', 'desc')
		.execute();
}

/**
 * The offers of a notice with their closing event, and the applications that ended. The next version is made from
 * these.
 */
export async function listHappenings(db: Kysely<Database>, noticeId: string) {
	return db
		.selectFrom('applications')
		.leftJoin('offers', 'offers.application_id', 'applications.id')
		.leftJoin('offer_events', (join) =>
			join.onRef('offer_events.offer_id', '=', 'offers.id').on('offer_events.event', '<>', 'made')
		)
		.select([
			'applications.pseudonym',
			'applications.ended_at as endedAt',
			'offers.id as offerId',
			'offers.dwelling_id as dwellingId',
			'offers.deadline',
			'offer_events.event',
			'offer_events.at',
			'offer_events.justified'
		])
		.where('applications.notice_id', '=', noticeId)
		.where(isLastVersion)
		.where((eb) => eb.or([eb('applications.ended_at', 'is not', null), eb('offers.id', 'is not', null)]))
		.orderBy('applications.pseudonym')
		.execute();
}

/** The statement of a version: what was signed, or what a sealed one will be signed with; null where it follows from the row. */
export async function readStatement(db: Kysely<Database>, id: string): Promise<string | null> {
	const row = await db.selectFrom('rounds').select('statement').where('id', '=', id).executeTakeFirst();
	return row?.statement ?? null;
}

/** The sealed secrets that open the commitments of a version. */
export async function readSecrets(db: Kysely<Database>, id: string) {
	return db
		.selectFrom('rounds')
		.select(['data_key_id as dataKeyId', 'secrets_sealed as secretsSealed'])
		.where('id', '=', id)
		.executeTakeFirst();
}

/** The newest signed version whose statement can still be made; undefined where there is none. */
export async function findNewestSigned(db: Kysely<Database>) {
	const row = await db
		.selectFrom('rounds')
		.select('id')
		.where('signature', 'is not', null)
		.where((eb) => eb.or([eb('statement', 'is not', null), eb('projection_hash', 'is not', null)]))
		.orderBy('approved_at', 'desc')
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row && findRound(db, row.id);
}
