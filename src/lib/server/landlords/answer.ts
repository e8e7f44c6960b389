import type { Instant } from '$lib/domain/calendar/instant';
import type { Actor } from '$lib/server/auth/actor';
import { db, transact } from '$lib/server/db/app';
import { isUniqueViolation } from '$lib/server/db/unique-violation';
import { firstComer, landlordProblem } from './problems';
import { acceptProposal, declineProposal, heldSince } from './proposal-service';

type Answer = { ok: true } | { ok: false; notFound: boolean; problem: string };

/**
 * A yes or a no of one side, in its own transaction. When somebody else was first, by the state or by the unique
 * index, the sentence says when.
 */
export async function answerProposal(id: string, yes: 'accept' | 'decline', by: Actor, now: Instant): Promise<Answer> {
	try {
		const result = await transact(async (trx) =>
			yes === 'accept' ? await acceptProposal(trx, id, by, now) : await declineProposal(trx, id, by, now)
		);
		if (result.ok) return { ok: true };
		if (result.problem === 'home-already-held') return second(id);
		return { ok: false, notFound: result.problem === 'not-found', problem: landlordProblem(result.problem) };
	} catch (error) {
		if (!isUniqueViolation(error)) throw error;
		return second(id);
	}
}

async function second(id: string): Promise<Answer> {
	return { ok: false, notFound: false, problem: firstComer(await heldSince(db(), id)) };
}
