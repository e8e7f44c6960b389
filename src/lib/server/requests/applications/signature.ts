import type { Kysely } from 'kysely';
import { findOfAccount as findDocument } from '$lib/server/people/documents/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';

/**
 * Whether the declarations of a request are signed. They are the person's own (DPR 445/2000 art. 38 and 47): the person makes them
 * on the page, or signs a sheet, which the office keeps among the documents of the person before it sends.
 * @param signature the id of that document
 */
export async function judgeSignature(
	db: Kysely<Database>,
	signature: string | undefined,
	by: Actor
): Promise<'signature-missing' | null> {
	if (!by.desk) return null;
	return signature && (await findDocument(db, signature, by.id)) ? null : 'signature-missing';
}

/** The columns of the event of sending. */
export const signedColumns = (signature: string | undefined, { desk }: Actor) =>
	desk ? { desk_record_id: desk.recordId, signature_id: signature ?? null } : {};
