import type { Kysely } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { holderOf, memberOf, type KnownMember } from '$lib/domain/documents/holder';
import { judgeDocument, type DocumentFacts, type Judgement } from '$lib/domain/documents/judge-document';
import { documentKinds } from '$lib/domain/documents/kinds';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { ObjectStore } from '$lib/server/platform/objects/store';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { unsealBytes } from '$lib/server/platform/secrets/seal';
import { readPersonOfFile, type PersonOfFile } from '$lib/server/people/readings/service';
import { readOwnPerson } from '$lib/server/people/persons/service';
import type { Database } from '$lib/server/schema';
import { findOfAccount, listOfAccount, type StoredDocument } from './repository';
import { openFacts, pageName, pagePlace, type StoredPage } from './stored-document';

/** A document of a person, with what the rules say of it today. */
export type OwnDocument = {
	readonly id: string;
	readonly facts: DocumentFacts;
	/** The member to whom it belongs, where the requests tell of that member. */
	readonly member: KnownMember | null;
	readonly pages: readonly StoredPage[];
	readonly judgement: Judgement;
	readonly isReplaced: boolean;
	readonly createdAt: Instant;
	readonly updatedAt: Instant;
};

/**
 * The documents of an account in the order of their kinds, the newest of a kind first. `members`: of its household, whose
 * names judge their documents.
 */
export async function myDocuments(
	db: Kysely<Database>,
	members: readonly KnownMember[],
	by: Actor,
	now: Instant
): Promise<OwnDocument[]> {
	return listJudged(db, { accountId: by.id, members }, now);
}

/**
 * The documents of a person for the office, those that count; null where `by` has not opened the person today for this
 * file, or may not.
 */
export async function documentsForOffice(
	db: Kysely<Database>,
	person: PersonOfFile,
	members: readonly KnownMember[],
	by: Actor,
	now: Instant
): Promise<OwnDocument[] | null> {
	const shown = await readPersonOfFile(db, person, by, now);
	if (shown?.state !== 'open') return null;
	return documentsThatCount(db, { accountId: person.accountId, members }, now);
}

/** The documents of a household that were not replaced. The caller has checked who reads them. */
export const documentsThatCount = async (db: Kysely<Database>, owner: Owner, now: Instant): Promise<OwnDocument[]> =>
	(await listJudged(db, owner, now)).filter(({ isReplaced }) => !isReplaced);

/** An account, with the members of its household. */
type Owner = { readonly accountId: string; readonly members: readonly KnownMember[] };

async function listJudged(db: Kysely<Database>, owner: Owner, now: Instant): Promise<OwnDocument[]> {
	const opened = await open(db, await listOfAccount(db, owner.accountId), owner, now);
	const placeOf = ({ facts }: OwnDocument) => documentKinds.indexOf(facts.kind);
	return opened.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** How many documents of an account are not all right, or will not be for much longer. */
export async function documentsToMend(db: Kysely<Database>, by: Actor, now: Instant): Promise<number> {
	// Nothing that a name decides is counted here.
	const mine = await myDocuments(db, [], by, now);
	return mine.filter(
		({ isReplaced, judgement }) => !isReplaced && (judgement.result === 'failed' || judgement.endsSoon)
	).length;
}

/** Everything that is kept about the documents of an account, except the bytes of their pages. */
export async function readOwnDocuments(db: Kysely<Database>, accountId: string) {
	const rows = await listOfAccount(db, accountId);
	const keys = await openDataKeys(db, [...new Set(rows.map(({ dataKeyId }) => dataKeyId))]);
	return rows.flatMap(({ id, dataKeyId, factsSealed, replacedBy, createdAt, updatedAt }) => {
		const key = keys.get(dataKeyId);
		return key ? [{ id, createdAt, updatedAt, replacedBy, ...openFacts(key, id, factsSealed) }] : [];
	});
}

/** One document of an account; undefined for another's, and when it was erased. */
export async function myDocument(
	db: Kysely<Database>,
	id: string,
	members: readonly KnownMember[],
	by: Actor,
	now: Instant
): Promise<OwnDocument | undefined> {
	const row = await findOfAccount(db, id, by.id);
	return row && (await open(db, [row], { accountId: by.id, members }, now))[0];
}

/** What is told of a document, with its holder by the name that a request tells by now. */
export function asNamed<Facts extends DocumentFacts>(facts: Facts, members: readonly KnownMember[]): Facts {
	const member = facts.holder && memberOf(facts.holder, members);
	return member ? { ...facts, holder: holderOf(member) } : facts;
}

async function open(
	db: Kysely<Database>,
	rows: readonly StoredDocument[],
	{ accountId, members }: Owner,
	now: Instant
): Promise<OwnDocument[]> {
	const keys = await openDataKeys(db, [...new Set(rows.map(({ dataKeyId }) => dataKeyId))]);
	const own = rows.length > 0 ? ((await readOwnPerson(db, accountId))?.facts ?? null) : null;
	return rows.flatMap(({ id, dataKeyId, factsSealed, replacedBy, createdAt, updatedAt }) => {
		const key = keys.get(dataKeyId);
		if (!key) return [];
		const { pages, ...told } = openFacts(key, id, factsSealed);
		const facts = asNamed(told, members);
		const member = (facts.holder && memberOf(facts.holder, members)) ?? null;
		const names = facts.holder ? (member?.names ?? null) : own;
		const judgement = judgeDocument(facts, { names, today: dayOf(now) });
		return [{ id, facts, member, pages, judgement, isReplaced: replacedBy !== null, createdAt, updatedAt }];
	});
}

/** The bytes of a page of one's own document, `number` from 1; undefined for another's, and where it is not in the store. */
export async function myPage(
	{ db, objects }: { readonly db: Kysely<Database>; readonly objects: ObjectStore },
	{ id, number }: { readonly id: string; readonly number: number },
	by: Actor
): Promise<{ type: StoredPage['type']; bytes: Buffer } | undefined> {
	const row = await findOfAccount(db, id, by.id);
	const key = row && (await openDataKeys(db, [row.dataKeyId])).get(row.dataKeyId);
	const page = key && openFacts(key, id, row.factsSealed).pages[number - 1];
	const sealed = page && (await objects.get(pageName(row.uploadId, number)));
	if (!sealed) return undefined;
	return { type: page.type, bytes: unsealBytes(key, pagePlace(row.uploadId, number), sealed) };
}
