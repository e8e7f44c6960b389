import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';
import { statementOf } from './kept-files';
import { findRound, readPublicFile } from './repository';
import { publicKeyPem } from './signature';

const json = 'application/json; charset=utf-8';
const text = 'text/plain; charset=utf-8';

/** A file of a published version for download, by its name; null when there is no such file. */
export async function readRankingFile(db: Kysely<Database>, noticeId: string, version: number, file: string) {
	const found = await readPublicFile(db, noticeId, version);
	const body = found && (await bodyOf(db, found, file));
	return body === null || body === undefined ? null : { body, type: file.endsWith('.json') ? json : text };
}

type Files = NonNullable<Awaited<ReturnType<typeof readPublicFile>>>;

async function bodyOf(db: Kysely<Database>, found: Files, file: string): Promise<string | null> {
	// A version from before grounds were marked has no public file left, and so nothing that its statement could prove.
	if (found.publication === null && found.projection === null) return null;
	if (file === 'round.json') return found.projection;
	if (file === 'result.json') return found.publicResult;
	if (file === 'publication.json') return found.publication;
	if (file === 'key.pem') return publicKeyPem();
	const round = (await findRound(db, found.id))!;
	if (file === 'statement.txt') return statementOf(db, round);
	return file === 'signature.hex' ? `${round.signature}\n` : null;
}
