import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { readPersonOfFile, type PersonOfFile } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { ObjectStore } from '$lib/server/platform/objects/store';
import type { Rendered } from '$lib/server/platform/pdf/render-pdf';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { unsealBytes } from '$lib/server/platform/secrets/seal';
import { runInWorker } from '$lib/server/platform/workers/run-in-worker';
import type { Database } from '$lib/server/schema';
import { log } from '$lib/server/log';
import { writeCopy } from './job';
import { findOfAccount, type StoredDocument } from './repository';
import { openFacts, pageName, pagePlace } from './stored-document';
import type { Marks } from './write-copy.worker';

type Places = { readonly db: Kysely<Database>; readonly objects: ObjectStore };

/** A document whose copy takes longer is not copied. */
const LONGEST_MS = 30_000;

/** A marked copy of one's own document, as one PDF; undefined for another's, and where its pages are not in the store. */
export const copyOwn = (places: Places, id: string, marks: Marks, by: Actor): Promise<Rendered | undefined> =>
	copyOfAccount(places, { accountId: by.id, id }, marks);

/** The same for the office, of a person whom `by` has opened today for this file. */
export async function copyForOffice(
	places: Places,
	{ person, id }: { readonly person: PersonOfFile; readonly id: string },
	marks: Marks,
	by: Actor,
	now: Instant
): Promise<Rendered | undefined> {
	const shown = await readPersonOfFile(places.db, person, by, now);
	if (shown?.state !== 'open') return undefined;
	return copyOfAccount(places, { accountId: person.accountId, id }, marks);
}

/** A marked copy of a document of an account. The caller has checked who takes it. */
export async function copyOfAccount(
	places: Places,
	{ accountId, id }: { readonly accountId: string; readonly id: string },
	marks: Marks
): Promise<Rendered | undefined> {
	const row = await findOfAccount(places.db, id, accountId);
	return row && copyOf(places, row, marks);
}

async function copyOf({ db, objects }: Places, row: StoredDocument, marks: Marks): Promise<Rendered | undefined> {
	const key = (await openDataKeys(db, [row.dataKeyId])).get(row.dataKeyId);
	if (!key) return undefined;
	const pages = [];
	for (const [index, { type }] of openFacts(key, row.id, row.factsSealed).pages.entries()) {
		const sealed = await objects.get(pageName(row.uploadId, index + 1));
		if (!sealed) return undefined;
		pages.push({ type, bytes: new Uint8Array(unsealBytes(key, pagePlace(row.uploadId, index + 1), sealed)) });
	}
	try {
		return {
			ok: true,
			pdf: await runInWorker(writeCopy, { pages, marks }, { longestMs: LONGEST_MS })
		};
	} catch {
		// What the library says may quote the document, so the log holds no more than that it failed.
		log.error('a copy of a document was not written');
		return { ok: false, problem: 'unavailable' };
	}
}
