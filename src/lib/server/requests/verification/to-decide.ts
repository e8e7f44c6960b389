import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { lockNotice } from '$lib/server/notices/notices/repository';
import { hasOpenedRequest } from '$lib/server/people/readings/service';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { declaredRequest, type DeclaredRequest } from './declared-request';

/** Something that a household told about its request, and that an officer decides once. */
type Told = {
	readonly id: string;
	readonly decided: {
		readonly byId: string;
		readonly by: string;
		readonly at: Instant;
		readonly outcome: string;
	} | null;
};

/** `not-opened`: the file was not opened today, and nobody decides about what was not read. */
export type NotToDecide =
	| { readonly ok: false; readonly problem: 'not-allowed' | 'not-found' | 'not-opened' | 'already-ended' | 'erased' }
	| { readonly ok: false; readonly problem: 'decided-already'; readonly who: string; readonly at: Instant };

type Found<One> =
	| { readonly stop: { readonly ok: true } | NotToDecide }
	| { readonly stop: null; readonly declared: DeclaredRequest; readonly told: One };

/**
 * What an officer is about to decide, with its notice locked; `stop`: the answer where there is nothing left to decide. A second
 * click of the same person finds the first one, and another person learns who was first.
 * @param read the things of this kind that the household told
 */
export async function toDecide<One extends Told>(
	trx: Transaction<Database>,
	asked: { readonly requestId: string; readonly id: string; readonly outcome: string },
	read: (request: DeclaredRequest['request']) => Promise<readonly One[]>,
	by: Actor,
	now: Instant
): Promise<Found<One>> {
	const stopped = (problem: Exclude<NotToDecide, { who: string }>['problem']) =>
		({ stop: { ok: false, problem } }) as const;
	if (!allows(by, 'officer', 'manager')) return stopped('not-allowed');
	const declared = await declaredRequest(trx, asked.requestId);
	if (!declared) return stopped('not-found');
	if (!(await hasOpenedRequest(trx, declared.request, by, now))) return stopped('not-opened');
	await lockNotice(trx, declared.notice.id);
	const told = (await read(declared.request)).find(({ id }) => id === asked.id);
	if (!told) return stopped(declared.erased ? 'erased' : 'not-found');
	const { decided } = told;
	if (decided?.byId === by.id && decided.outcome === asked.outcome) return { stop: { ok: true } };
	if (decided) return { stop: { ok: false, problem: 'decided-already', who: decided.by, at: decided.at } };
	return declared.request.endedAt === null ? { stop: null, declared, told } : stopped('already-ended');
}
