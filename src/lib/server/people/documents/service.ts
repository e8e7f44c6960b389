import type { Transaction } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import type { DocumentFacts } from '$lib/domain/documents/judge-document';
import { nextWarning } from '$lib/domain/documents/warnings';
import { mayDo } from '$lib/server/people/mandates/may-do';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { StoreUnavailable, type ObjectStore } from '$lib/server/platform/objects/store';
import { openDataKeys, type DataKey } from '$lib/server/platform/secrets/data-key';
import { sealBytes } from '$lib/server/platform/secrets/seal';
import { personKey } from '$lib/server/platform/accounts/person-key';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { log } from '$lib/server/log';
import type { Page } from './read-page';
import * as documents from './repository';
import { openFacts, pageName, pagePlace, sealFacts } from './stored-document';

/** The most documents of one person. */
const MOST = 60;

/**
 * `id` comes with the form, so that the same document sent twice is one. `replaces`: the one in whose place it comes. `owner`: the
 * account that it belongs to, where the office keeps it for a household; the actor's own without it.
 */
export type NewDocument = {
	readonly id: string;
	readonly owner?: string;
	readonly replaces: string | null;
	readonly facts: DocumentFacts;
	readonly pages: readonly Page[];
};

/** `store-down`: the store of files cannot take it now. */
export type DocumentProblem = 'not-allowed' | 'unknown' | 'too-many' | 'replaced-already' | 'stale' | 'store-down';
type Done = { ok: true } | { ok: false; problem: DocumentProblem };
type Places = { readonly transact: AppDatabase['transact']; readonly objects: ObjectStore };

const mayUpload = (trx: Transaction<Database>, by: Actor, now: Instant): Promise<boolean> =>
	mayDo(trx, by, { procedure: 'request', act: 'upload' }, now);
const mayNobody: typeof mayUpload = () => Promise.resolve(false);

type May = (trx: Transaction<Database>, by: Actor, now: Instant) => Promise<boolean>;

/** Keeps a document, where `may` allows it. The default allows one's own alone. */
export const keepDocument = (
	places: Places,
	given: NewDocument,
	by: Actor,
	now: Instant,
	may: May = given.owner === undefined ? mayUpload : mayNobody
): Promise<Done> => keepWith(places, given, { may, then: async (): Promise<Done> => ({ ok: true }) }, by, now);

/**
 * Keeps a document together with the act that it is for, where `may` allows it before the pages and again before
 * the row. The sealed pages are written first and the row last, so that a row never names a page that is not there. When the
 * row or the act is refused the pages go; what a crash leaves behind the sweep removes.
 * @param also.then the act, in the transaction of the row. `isNew`: false where the same document was kept before
 */
export async function keepWith<Then extends { readonly ok: boolean }>(
	{ transact, objects }: Places,
	given: NewDocument,
	{ may, then }: { readonly may: May; readonly then: (trx: Transaction<Database>, isNew: boolean) => Promise<Then> },
	by: Actor,
	now: Instant
): Promise<Then | { ok: false; problem: DocumentProblem }> {
	const owner = given.owner ?? by.id;
	const key = await transact(async (trx) => ((await may(trx, by, now)) ? personKey(trx, owner, now) : null));
	if (!key) return { ok: false, problem: 'not-allowed' };
	const uploadId = newId();
	if (!(await putPages(objects, { uploadId, key, pages: given.pages }))) return { ok: false, problem: 'store-down' };
	let isNew = false;
	// When this throws, the row may be there all the same: the connection can break after the commit. So the pages stay,
	// and the sweep removes them where no row names them.
	const done = await transact(async (trx): Promise<Then | { ok: false; problem: DocumentProblem }> => {
		const kept = (await may(trx, by, now))
			? await insertOnce(trx, { ...given, owner, uploadId, key }, by, now)
			: 'not-allowed';
		isNew = kept === 'kept';
		return kept === 'kept' || kept === 'again' ? then(trx, isNew) : { ok: false, problem: kept };
	});
	if (!done.ok || !isNew) await forgetPages(objects, uploadId, given.pages.length);
	return done;
}

/** Writes the sealed pages; false, and none is left, where the store cannot take them now. */
async function putPages(
	objects: ObjectStore,
	{ uploadId, key, pages }: Pick<Sealed, 'uploadId' | 'key' | 'pages'>
): Promise<boolean> {
	try {
		for (const [index, { bytes }] of pages.entries())
			await objects.put(pageName(uploadId, index + 1), sealBytes(key.key, pagePlace(uploadId, index + 1), bytes));
		return true;
	} catch (reason) {
		await forgetPages(objects, uploadId, pages.length);
		if (!(reason instanceof StoreUnavailable)) throw reason;
		log.error({ cause: reason.message }, 'a document is not kept');
		return false;
	}
}

type Sealed = NewDocument & { readonly owner: string; readonly uploadId: string; readonly key: DataKey };

async function insertOnce(
	trx: Transaction<Database>,
	{ id, owner, replaces, facts, pages, uploadId, key }: Sealed,
	by: Actor,
	now: Instant
): Promise<'kept' | 'again' | DocumentProblem> {
	if (await documents.isTaken(trx, id)) return (await documents.findOfAccount(trx, id, owner)) ? 'again' : 'unknown';
	// The person may have erased the account while the pages were on their way.
	if (!(await openDataKeys(trx, [key.id])).has(key.id)) return 'not-allowed';
	const mine = await documents.listOfAccount(trx, owner);
	if (mine.length >= MOST) return 'too-many';
	const before = mine.find((one) => one.id === replaces);
	if (replaces !== null && !before) return 'unknown';
	if (before && before.replacedBy !== null) return 'replaced-already';
	const about = pages.map(({ type, sheets, bytes }) => ({ type, sheets, size: bytes.length }));
	await documents.insertDocument(trx, {
		...{ id, account_id: owner, data_key_id: key.id, upload_id: uploadId, replaced_by: null, revision: 0 },
		facts_sealed: sealFacts(key.key, id, { ...facts, pages: about }),
		...{ warn_on: nextWarning(facts, dayOf(now)), created_at: now, updated_at: now }
	});
	if (before) await documents.markReplaced(trx, { id: before.id, by: id, accountId: owner });
	record(trx, { event: 'document_kept', by, subject: { type: 'document', id }, at: now });
	return 'kept';
}

/**
 * Changes what was told of one's own document; its pages stay. `change` answers null where its form was opened before
 * another save: nothing is saved then.
 */
export async function changeDocument(
	trx: Transaction<Database>,
	id: string,
	change: (saved: DocumentFacts) => DocumentFacts | null,
	by: Actor,
	now: Instant
): Promise<Done> {
	if (!(await mayUpload(trx, by, now))) return { ok: false, problem: 'not-allowed' };
	const found = await documents.findOfAccount(trx, id, by.id);
	const key = found && (await openDataKeys(trx, [found.dataKeyId])).get(found.dataKeyId);
	if (!found || !key) return { ok: false, problem: 'unknown' };
	const { pages, ...saved } = openFacts(key, id, found.factsSealed);
	const facts = change(saved);
	if (!facts) return { ok: false, problem: 'stale' };
	const sealed = sealFacts(key, id, { ...facts, pages });
	const changed = { facts_sealed: sealed, warn_on: nextWarning(facts, dayOf(now)), updated_at: now };
	if (!(await documents.updateFacts(trx, found, changed))) return { ok: false, problem: 'stale' };
	record(trx, { event: 'document_changed', by, subject: { type: 'document', id }, at: now });
	return { ok: true };
}

/** Removes one's own document for good: the row first, then its pages. */
export async function removeDocument(
	{ transact, objects }: Places,
	id: string,
	by: Actor,
	now: Instant
): Promise<Done> {
	if (!allows(by, 'applicant')) return { ok: false, problem: 'not-allowed' };
	const removed = await transact(async (trx) => {
		const found = await documents.findOfAccount(trx, id, by.id);
		const key = found && (await openDataKeys(trx, [found.dataKeyId])).get(found.dataKeyId);
		if (!found) return undefined;
		await documents.deleteDocument(trx, id);
		record(trx, { event: 'document_removed', by, subject: { type: 'document', id }, at: now });
		return { uploadId: found.uploadId, pages: key ? openFacts(key, id, found.factsSealed).pages.length : 0 };
	});
	if (!removed) return { ok: false, problem: 'unknown' };
	await removePages(objects, removed.uploadId, removed.pages).catch((reason: unknown) =>
		log.error({ err: reason }, 'the pages of a removed document wait for the sweep')
	);
	return { ok: true };
}

const forgetPages = (objects: ObjectStore, uploadId: string, count: number) =>
	removePages(objects, uploadId, count).catch(() => {});

async function removePages(objects: ObjectStore, uploadId: string, count: number): Promise<void> {
	for (let number = 1; number <= count; number += 1) await objects.remove(pageName(uploadId, number));
}
