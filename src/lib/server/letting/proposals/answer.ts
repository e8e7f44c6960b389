import type { Instant } from '$lib/domain/calendar/instant';
import type { Actor } from '$lib/server/platform/auth/actor';
import { db, transact } from '$lib/server/platform/db/app';
import { isUniqueViolation } from '$lib/server/platform/db/unique-violation';
import { firstComer, landlordProblem } from '$lib/server/letting/listings/problems';
import { acceptProposal, declineProposal, heldSince, type WhichProposal } from './service';

type Answer = { ok: true } | { ok: false; notFound: boolean; problem: string };

/**
 * A yes or a no of one side, in its own transaction. When another was first, by the state or by the unique index, the
 * sentence says when.
 */
export async function answerProposal(
	which: WhichProposal,
	yes: 'accept' | 'decline',
	by: Actor,
	now: Instant
): Promise<Answer> {
	try {
		const result = await transact(async (trx) =>
			yes === 'accept' ? await acceptProposal(trx, which, by, now) : await declineProposal(trx, which, by, now)
		);
		if (result.ok) return { ok: true };
		if (result.problem === 'home-already-held') return second(which.proposal, now);
		return { ok: false, notFound: result.problem === 'not-found', problem: landlordProblem(result.problem) };
	} catch (error) {
		if (!isUniqueViolation(error)) throw error;
		return second(which.proposal, now);
	}
}

async function second(id: string, now: Instant): Promise<Answer> {
	return { ok: false, notFound: false, problem: firstComer(await heldSince(db(), id, now)) };
}
