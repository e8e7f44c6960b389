import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import { approveRound, prepareRound, publishRound } from '$lib/server/allocation/rounds/service';
import { workOutRound } from '$lib/server/allocation/rounds/work-out';
import type { Cast } from './cast';
import type { LoadDay } from './day';

type Refusable = { readonly ok: true } | { readonly ok: false; readonly problem: string };

/** The story may only do what the portal allows. A refusal is a defect of the story, and nothing is loaded. */
export function allowed<Answer extends Refusable>(answer: Answer): Extract<Answer, { ok: true }> {
	if (!answer.ok) throw new Error(`The demo world does something that the portal refuses: ${answer.problem}.`);
	return answer as Extract<Answer, { ok: true }>;
}

/** One version of the round on three days: prepared by the officer, approved by the manager, published. */
export async function playRound(
	trx: Transaction<Database>,
	noticeId: string,
	cast: Cast,
	load: LoadDay,
	firstDay: number
): Promise<{ roundId: string; housed: string[] }> {
	const { worked, result } = allowed(await workOutRound(trx, noticeId, load.at(firstDay)));
	const { id } = allowed(await prepareRound(trx, worked, cast.funzionario, load.at(firstDay, '11:00')));
	allowed(await approveRound(trx, id, cast.dirigente, load.at(firstDay + 1)));
	allowed(await publishRound(trx, id, cast.funzionario, load.at(firstDay + 2)));
	return { roundId: id, housed: result.assignments.map(({ application }) => application) };
}
