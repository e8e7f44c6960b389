import type { Kysely, Transaction } from 'kysely';
import { readSealedStatement, sealedStatementText } from '$lib/domain/publication/sealed-statement';
import { statementText } from '$lib/domain/rounds/statement';
import { findSealed } from '$lib/server/requests/applications/receipts-repository';
import { readHead } from '$lib/server/platform/audit/repository';
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
		receiptsRoot: (await findSealed(db, noticeId))?.root ?? null,
		logHead: null
	});
}

type Round = NonNullable<Awaited<ReturnType<typeof findRound>>>;

/** The text that was signed of a version. It was not kept of an open one that was signed before it named the log. */
export async function statementOf(db: Kysely<Database>, round: Round): Promise<string> {
	return (await readStatement(db, round.id)) ?? openStatement(round, null);
}

/**
 * The text that the agency signs of a version, with the head of the audit log at that moment: who keeps a signed statement
 * can show later that the log before it was not rewritten.
 */
export async function statementToSign(trx: Transaction<Database>, round: Round): Promise<string> {
	const { seq, hash } = await readHead(trx);
	const logHead = `${seq}:${hash}`;
	const kept = await readStatement(trx, round.id);
	if (kept === null) return openStatement(round, logHead);
	const sealed = readSealedStatement(kept);
	if (!sealed) throw new Error(`The statement of round ${round.id} cannot be read.`);
	return sealedStatementText({ ...sealed, logHead });
}

const openStatement = (round: Round, logHead: string | null) =>
	statementText({
		...round,
		projectionHash: round.projectionHash ?? 'none',
		publicResultHash: round.publicResultHash ?? 'none',
		logHead
	});
