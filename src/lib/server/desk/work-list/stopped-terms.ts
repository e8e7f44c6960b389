import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { stoppedTerm, type Asked, type StoppedTerm } from '$lib/domain/calendar/suspension';
import { questionsOf } from '$lib/server/requests/verification/questions';
import type { Database } from '$lib/server/schema';
import { officeTerm } from './kinds';
import { listOpenChanges, listOpenContests } from './letting-repository';

/** The decisions whose term stands still while the office waits for an answer of the household. */
export type StoppableKind = 'decide-contest' | 'decide-change';

/** Until when the office decides about what came at `begunAt`. `asked`: what it asked of the household since. */
export const decisionTerm = (
	kind: StoppableKind,
	begunAt: Instant,
	asked: readonly Asked[],
	now: Instant
): StoppedTerm => stoppedTerm({ begunAt, due: officeTerm(kind, begunAt) }, asked, now);

export type TermThatStands = {
	readonly requestId: string;
	readonly kind: StoppableKind;
	readonly since: Instant;
	readonly until: Instant;
};

/** Of these requests, the terms of the office that stand still now. The caller has checked who reads. */
export async function termsThatStand(
	db: Kysely<Database>,
	requestIds: readonly string[],
	now: Instant
): Promise<TermThatStands[]> {
	const asked = await questionsOf(db, requestIds);
	const ids = [...asked.keys()];
	if (ids.length === 0) return [];
	const open = [
		...(await listOpenContests(db, ids)).map((one) => ({ ...one, kind: 'decide-contest' as const })),
		...(await listOpenChanges(db, ids)).map((one) => ({ ...one, kind: 'decide-change' as const }))
	];
	return open.flatMap(({ id, kind, at }) => {
		const { stopped } = decisionTerm(kind, at, asked.get(id)!, now);
		return stopped ? [{ requestId: id, kind, ...stopped }] : [];
	});
}
