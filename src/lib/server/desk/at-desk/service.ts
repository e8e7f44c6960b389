import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { fullName } from '$lib/domain/person/person';
import { windowOf } from '$lib/server/allocation/corrections/window';
import { findNotice } from '$lib/server/notices/notices/repository';
import { publishedNotices } from '$lib/server/notices/notices/reading-service';
import { inPlaceOf, isOpen, isWithoutAccess } from '$lib/server/people/desk-records/acting';
import { evidencePlace } from '$lib/server/people/desk-records/open-record';
import { findRecord, listNewest, listOfPerson, type StoredRecord } from '$lib/server/people/desk-records/repository';
import { documentsThatCount } from '$lib/server/people/documents/reading-service';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { isProtectedPerson } from '$lib/server/people/protection/service';
import { noteReadings } from '$lib/server/people/readings/note-readings';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { openText } from '$lib/server/platform/secrets/sealed-text';
import { membersOfAccount } from '$lib/server/requests/applications/known-members';
import { myRequests } from '$lib/server/requests/applications/reading-service';
import type { Database } from '$lib/server/schema';

/** Records on the first page of the desk. */
const NEWEST = 20;

/**
 * The newest records of all officers, for the page where one begins. Whose they are is shown, so each is a reading; of a
 * protected household the name stays out. Null for a reader without the right.
 */
export async function readDeskRecords(trx: Transaction<Database>, by: Actor, now: Instant) {
	if (!allows(by, 'officer', 'manager')) return null;
	const rows = await listNewest(trx, NEWEST);
	const read = [];
	for (const row of rows) {
		const { id, channel, on, officer, openedAt } = row;
		const isOpenNow = isOpen(row, now);
		read.push({ id, channel, on, officer, openedAt, isOpen: isOpenNow, name: await nameOf(trx, row) });
	}
	await noteRead(trx, rows, by, now);
	return read;
}

/** The name of a household; null where it is protected. */
async function nameOf(db: Kysely<Database>, { accountId, accountName }: StoredRecord): Promise<string | null> {
	const facts = (await readOwnPerson(db, accountId))?.facts ?? null;
	if (await isProtectedPerson(db, accountId, facts)) return null;
	return facts ? fullName(facts) : accountName;
}

const noteRead = (trx: Transaction<Database>, rows: readonly StoredRecord[], by: Actor, now: Instant) =>
	noteReadings(
		trx,
		rows.map(({ accountId }) => ({ accountId, subject: { type: 'account' as const, id: accountId } })),
		by,
		now
	);

/**
 * One record with what its household has in the portal: the notices under which it can ask, its drafts, requests and documents.
 * Undefined for an unknown record or a reader without the right.
 */
export async function readDeskRecord(trx: Transaction<Database>, id: string, by: Actor, now: Instant) {
	const row = allows(by, 'officer', 'manager') ? await findRecord(trx, id) : undefined;
	if (!row) return undefined;
	await noteRead(trx, [row], by, now);
	const { channel, on, officer, openedAt, accountId, accountName } = row;
	const facts = (await readOwnPerson(trx, accountId))?.facts ?? null;
	return {
		...{ id, accountId, channel, on, officer, openedAt },
		evidence: await openText(trx, evidencePlace(id), row.evidenceSealed),
		isOpen: isOpen(row, now) && row.officerId === by.id,
		/** The person can enter the portal, and writes there without the office. */
		hasAccess: !isWithoutAccess(row),
		name: facts ? fullName(facts) : accountName,
		...(await requestsOf(trx, row, now)),
		documents: await documentsOf(trx, accountId, now),
		others: await openOfOthers(trx, row, by, now)
	};
}

/** The notices that are open, each with what the household has under it, and its other requests. */
async function requestsOf(db: Kysely<Database>, row: StoredRecord, now: Instant) {
	const { requests, drafts } = await myRequests(db, inPlaceOf(row), now);
	const live = requests.filter(({ ended }) => !ended);
	const open = (await publishedNotices(db, now)).filter(({ phase, source }) => phase === 'open' && source === 'own');
	const notices = open.map(({ id, title, closesAt }) => ({
		...{ id, title, closesAt },
		draftAt: drafts.find(({ noticeId }) => noticeId === id)?.updatedAt ?? null,
		request: live.find(({ notice }) => notice.id === id)?.protocol ?? null
	}));
	const sent = [];
	for (const { id, protocol, ended, notice, submittedAt } of requests) {
		const until = ended ? null : await windowOf(db, (await findNotice(db, notice.id))!, now);
		sent.push({ id, protocol, ended, title: notice.title, submittedAt, contestUntil: until });
	}
	return { notices, requests: sent };
}

async function documentsOf(db: Kysely<Database>, accountId: string, now: Instant) {
	const members = await membersOfAccount(db, accountId);
	const documents = await documentsThatCount(db, { accountId, members }, now);
	return documents.map(({ id, facts, createdAt }) => ({
		...{ id, kind: facts.kind, explanation: facts.explanation, createdAt }
	}));
}

/** The colleagues who write for the same household now. */
async function openOfOthers(db: Kysely<Database>, { accountId }: StoredRecord, by: Actor, now: Instant) {
	const rows = await listOfPerson(db, accountId);
	return rows
		.filter((one) => one.officerId !== by.id && isOpen(one, now))
		.map(({ officer, openedAt }) => ({ officer, openedAt }));
}

/** The household of a record that `by` has open now, for what the office writes on a page of its own; null without one. */
export async function householdOf(db: Kysely<Database>, id: string, by: Actor, now: Instant): Promise<Actor | null> {
	const row = allows(by, 'officer', 'manager') ? await findRecord(db, id) : undefined;
	return row && row.officerId === by.id && isOpen(row, now) ? inPlaceOf(row) : null;
}
