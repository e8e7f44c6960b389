import type { Kysely, Transaction } from 'kysely';
import { sealedStatementText } from '$lib/domain/publication/sealed-statement';
import { statementText } from '$lib/domain/rounds/statement';
import { findSealed } from '$lib/server/requests/applications/receipts-repository';
import { seal } from '$lib/server/platform/secrets/seal';
import type { Database } from '$lib/server/schema';
import { readStatement, type findRound } from './repository';
import type { WorkedOut } from './work-out';

export const secretsPlace = (roundId: string) => `rounds.secrets_sealed:${roundId}`;

/** The columns of what a version publishes, and of what opens its commitments. */
export async function publicColumns(trx: Transaction<Database>, id: string, key: Buffer, worked: WorkedOut) {
	const { open, sealed } = worked;
	if (sealed) {
		return {
			publication: sealed.publication,
			publication_hash: sealed.publicationHash,
			statement: await sealedStatementOf(trx, worked),
			secrets_sealed: seal(key, secretsPlace(id), sealed.secrets)
		};
	}
	return {
		projection: open!.projection,
		projection_hash: open!.projectionHash,
		public_result: open!.publicResult,
		public_result_hash: open!.publicResultHash
	};
}

async function sealedStatementOf(
	db: Kysely<Database>,
	{ noticeId, version, kind, sealed }: WorkedOut
): Promise<string> {
	return sealedStatementText({
		noticeId,
		version,
		kind,
		...sealed!.commitments,
		publication: sealed!.publicationHash,
		receiptsRoot: (await findSealed(db, noticeId))?.root ?? null
	});
}

type Round = NonNullable<Awaited<ReturnType<typeof findRound>>>;

/** The text that the agency signs of a version; that of a sealed one was written when it was prepared. */
export async function statementOf(db: Kysely<Database>, round: Round): Promise<string> {
	const kept = await readStatement(db, round.id);
	if (kept !== null) return kept;
	const { projectionHash, publicResultHash } = round;
	return statementText({
		...round,
		projectionHash: projectionHash ?? 'none',
		publicResultHash: publicResultHash ?? 'none'
	});
}
