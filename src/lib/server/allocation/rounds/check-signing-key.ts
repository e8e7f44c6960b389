import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';
import { statementOf } from './kept-files';
import { findNewestSigned } from './repository';
import { verifyText } from './signature';

/**
 * Whether the signing key of this process made the signature of the newest signed version. With another key, the public key
 * that the pages show would not check the versions that are published.
 */
export async function signingKeyFits(db: Kysely<Database>): Promise<boolean> {
	const round = await findNewestSigned(db);
	return !round?.signature || verifyText(await statementOf(db, round), round.signature);
}
