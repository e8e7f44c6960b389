import type { Kysely } from 'kysely';
import { listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import { hasMoved, hasProtected, type SeenProtected } from '$lib/server/requests/applications/protected-households';
import type { Database } from '$lib/server/schema';
import { storedSummary } from './stored-summary';

/**
 * Whether a version gives a home that has left its notice since. Homes only leave a published notice, none is added, so
 * counting them is enough.
 */
export async function holdsHomeThatLeft(
	db: Kysely<Database>,
	{ noticeId, summary }: { readonly noticeId: string; readonly summary: string }
): Promise<boolean> {
	return storedSummary(summary).dwellings > (await listNoticeDwellings(db, noticeId)).length;
}

/**
 * Whether a version names a home beside each code while its notice holds a protected household: somebody was protected since
 * it was prepared (adr 39).
 */
export const showsProtected = async (
	db: Kysely<Database>,
	{ noticeId, publicationHash }: { readonly noticeId: string; readonly publicationHash: string | null }
): Promise<boolean> => publicationHash === null && (await hasProtected(db, noticeId));

export type StaleProblem = 'home-left' | 'household-protected' | 'changed-meanwhile';

/** Why a version that waits may not be approved or published as it is. `seen` saves the reading of all households. */
export async function staleProblem(
	db: Kysely<Database>,
	round: Parameters<typeof holdsHomeThatLeft>[1] & Parameters<typeof showsProtected>[1],
	seen: SeenProtected | null
): Promise<StaleProblem | null> {
	if (await holdsHomeThatLeft(db, round)) return 'home-left';
	if (!seen) return (await showsProtected(db, round)) ? 'household-protected' : null;
	if (await hasMoved(db, round.noticeId, seen)) return 'changed-meanwhile';
	return seen.held ? 'household-protected' : null;
}
