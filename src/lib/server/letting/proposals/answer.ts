import type { Instant } from '$lib/domain/calendar/instant';
import type { Actor } from '$lib/server/platform/auth/actor';
import { db, transact } from '$lib/server/platform/db/app';
import { firstComer, landlordProblem } from '$lib/server/letting/listings/problems';
import { acceptProposal, declineProposal, heldSince, type WhichProposal } from './service';

type Answer = { ok: true } | { ok: false; notFound: boolean; problem: string };

/**
 * A yes or a no of one side, in its own transaction. When somebody else was first, the sentence says when.
 */
export async function answerProposal(
	which: WhichProposal,
	yes: 'accept' | 'decline',
	by: Actor,
	now: Instant
): Promise<Answer> {
	const result = await transact(async (trx) =>
		yes === 'accept' ? await acceptProposal(trx, which, by, now) : await declineProposal(trx, which, by, now)
	);
	if (result.ok) return { ok: true };
	const { problem } = result;
	if (problem !== 'home-already-held')
		return { ok: false, notFound: problem === 'not-found', problem: landlordProblem(problem) };
	return { ok: false, notFound: false, problem: firstComer(await heldSince(db(), which.proposal, now)) };
}
