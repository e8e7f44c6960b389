import type { ExpressionBuilder, Insertable, Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Household } from '$lib/domain/household/household';
import { storedWords } from '$lib/server/platform/db/stored-lists';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { storedHousehold } from './stored-household';
import type { ApplicationEventsTable, ApplicationsTable } from './table';

/** So many values go into one query at most. */
const BATCH = 500;

/** A request as it was sent. Its health stays sealed (`openHealth`). `choices`: dwelling ids, most wanted first. */
export type Application = {
	readonly id: string;
	readonly noticeId: string;
	readonly accountId: string | null;
	readonly pseudonym: string;
	readonly protocol: string;
	readonly household: Household;
	readonly needsSealed: string;
	readonly dataKeyId: string;
	readonly choices: readonly string[];
	readonly receiptLeaf: string;
	readonly receiptSalt: string;
	readonly submittedAt: Instant;
	readonly endedAt: Instant | null;
	readonly synthetic: boolean;
	/** The earlier version whose place this one took. */
	readonly replaces: string | null;
};

const selectSubmitted = (db: Kysely<Database>) =>
	db
		.selectFrom('applications')
		.select(['id', 'pseudonym', 'facts', 'choices', 'account_id as accountId', 'needs_sealed as needsSealed'])
		.select(['data_key_id as dataKeyId', 'submitted_at as submittedAt', 'ended_at as endedAt']);

const selectWhole = (db: Kysely<Database>) =>
	selectSubmitted(db)
		.select(['notice_id as noticeId', 'protocol', 'synthetic', 'replaces'])
		.select(['receipt_leaf as receiptLeaf', 'receipt_salt as receiptSalt']);

const decoded = <Row extends { facts: string; choices: string }>({ facts, choices, ...row }: Row) => {
	return { ...row, household: storedHousehold(facts), choices: storedWords(choices) };
};

type WholeRow = Omit<Application, 'household' | 'choices' | 'synthetic'> & {
	facts: string;
	choices: string;
	synthetic: number;
};
const applicationOf = ({ synthetic, ...row }: WholeRow): Application => ({
	...decoded(row),
	synthetic: synthetic === 1
});

/**
 * Up to `limit` of the requests ever sent under a notice, after a pseudonym, each in its last version. A notice of real size is read in parts, so
 * that other requests are served in between. The order is by pseudonym because the index holds it; by id every part
 * would sort them all.
 */
export async function listSubmitted(db: Kysely<Database>, noticeId: string, after: string, limit: number) {
	const rows = await selectSubmitted(db)
		.where('notice_id', '=', noticeId)
		.where('pseudonym', '>', after)
		.where(isLastVersion)
		.orderBy('pseudonym')
		.limit(limit)
		.execute();
	return rows.map(decoded);
}

/** Whether no later version took the place of a request. */
export const isLastVersion = ({ not, exists, selectFrom }: ExpressionBuilder<Database, 'applications'>) =>
	not(
		exists(selectFrom('applications as later').select('later.id').whereRef('later.replaces', '=', 'applications.id'))
	);

/** The ids of the requests of a notice with these codes, by code. Each version of a request has its own code. */
export async function requestsByCode(
	db: Kysely<Database>,
	noticeId: string,
	pseudonyms: readonly string[]
): Promise<ReadonlyMap<string, string>> {
	const found = new Map<string, string>();
	for (let from = 0; from < pseudonyms.length; from += BATCH) {
		const rows = await db
			.selectFrom('applications')
			.select(['id', 'pseudonym'])
			.where('notice_id', '=', noticeId)
			.where('pseudonym', 'in', pseudonyms.slice(from, from + BATCH))
			.execute();
		for (const { id, pseudonym } of rows) found.set(pseudonym, id);
	}
	return found;
}

/** Requests of a notice that are in and not ended. */
export async function countLiveApplications(db: Kysely<Database>, noticeId: string): Promise<number> {
	const { count } = await db
		.selectFrom('applications')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('notice_id', '=', noticeId)
		.where('ended_at', 'is', null)
		.executeTakeFirstOrThrow();
	return Number(count);
}

/** The request of an account that is still in, under a notice. */
export async function findLive(db: Kysely<Database>, noticeId: string, accountId: string) {
	return db
		.selectFrom('applications')
		.select(['id', 'protocol', 'submitted_at as submittedAt'])
		.where('notice_id', '=', noticeId)
		.where('account_id', '=', accountId)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
}

export async function findApplication(db: Kysely<Database>, id: string): Promise<Application | undefined> {
	const row = await selectWhole(db).where('id', '=', id).executeTakeFirst();
	return row && applicationOf(row);
}

/** These requests, in no order. */
export async function findApplications(db: Kysely<Database>, ids: readonly string[]): Promise<Application[]> {
	if (ids.length === 0) return [];
	return (await selectWhole(db).where('id', 'in', ids).execute()).map(applicationOf);
}

/** The requests of an account, newest first. */
export async function listOfAccount(db: Kysely<Database>, accountId: string): Promise<Application[]> {
	const rows = await selectWhole(db)
		.where('account_id', '=', accountId)
		.orderBy('submitted_at', 'desc')
		.orderBy('id')
		.execute();
	return rows.map(applicationOf);
}

/** The unique indexes refuse a second one with the same id, and a second live one of the same account. */
export async function insertApplication(trx: Transaction<Database>, row: Insertable<ApplicationsTable>): Promise<void> {
	await trx.insertInto('applications').values(row).execute();
}

export async function insertEvent(
	trx: Transaction<Database>,
	event: Omit<Insertable<ApplicationEventsTable>, 'id'>
): Promise<void> {
	await trx
		.insertInto('application_events')
		.values({ id: newId(), reason: null, ...event })
		.execute();
}

/** Ends a request that has not ended; answers whether this call did. */
export async function endApplication(trx: Transaction<Database>, id: string, at: string): Promise<boolean> {
	const done = await trx
		.updateTable('applications')
		.set({ ended_at: at })
		.where('id', '=', id)
		.where('ended_at', 'is', null)
		.returning('id')
		.execute();
	return done.length === 1;
}

export async function hasLiveOffer(db: Kysely<Database>, applicationId: string): Promise<boolean> {
	const offer = await db
		.selectFrom('offers')
		.select('id')
		.where('application_id', '=', applicationId)
		.where('released_at', 'is', null)
		.executeTakeFirst();
	return offer !== undefined;
}
