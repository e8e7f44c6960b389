import type { Transaction } from 'kysely';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { seeProtected, type SeenProtected } from '$lib/server/requests/applications/protected-households';
import type { Database } from '$lib/server/schema';
import { findRound } from './repository';

const TRIES = 3;

/** An approval or a publication, with what was read of the households before its transaction. */
type Act<Answer> = (trx: Transaction<Database>, seen: SeenProtected | null) => Promise<Answer>;

/**
 * Runs an act on a version. The households of its notice are read before the transaction, which then only looks whether one
 * changed since. Where one did, they are read again; after three times the answer says that something changed. A sealed
 * version shows nobody, so nothing is read for it.
 */
export async function actOnVersion<Answer extends { readonly ok: boolean; readonly problem?: string }>(
	{ db, transact }: Pick<AppDatabase, 'db' | 'transact'>,
	id: string,
	act: Act<Answer>
): Promise<Answer> {
	for (let tries = 1; ; tries += 1) {
		const round = await findRound(db, id);
		const isOpen = round?.publicationHash === null;
		const seen = isOpen ? await seeProtected(db, round.noticeId) : null;
		const answer = await transact((trx) => act(trx, seen));
		if (answer.problem !== 'changed-meanwhile' || tries === TRIES) return answer;
	}
}
