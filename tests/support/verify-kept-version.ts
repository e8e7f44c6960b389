import type { Kysely } from 'kysely';
import { verifySealed } from '$lib/domain/publication/verify-sealed';
import { inputPlace, resultPlace } from '$lib/server/allocation/rounds/opened-round';
import { openSecrets } from '$lib/server/allocation/rounds/read-proof';
import { readFiles, readPublicFile } from '$lib/server/allocation/rounds/repository';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { unseal } from '$lib/server/platform/secrets/seal';
import type { Database } from '$lib/server/schema';

/** The files of a published sealed version, opened as for an auditor, and the names of the checks that fail. */
export async function verifyKeptVersion(db: Kysely<Database>, noticeId: string, version: number) {
	const file = (await readPublicFile(db, noticeId, version))!;
	const files = (await readFiles(db, file.id))!;
	const key = (await openDataKeys(db, [files.dataKeyId])).get(files.dataKeyId)!;
	const round = unseal(key, inputPlace(file.id), files.inputSealed) as string;
	const result = unseal(key, resultPlace(file.id), files.resultSealed) as string;
	const secrets = JSON.stringify(await openSecrets(db, file.id));
	const opened = { round, result, secrets, statement: file.statement!, publication: file.publication! };
	const failed = verifySealed(opened).filter(({ finding }) => finding === 'different');
	return { ...opened, failed: failed.map(({ name }) => name) };
}
