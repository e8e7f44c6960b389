import type { Kysely } from 'kysely';
import { ownRound } from '$lib/domain/allocation/own-files';
import { homesGone, withoutHomes } from '$lib/domain/rounds/without-homes';
import type { Instant } from '$lib/domain/calendar/instant';
import { rankRequest } from '$lib/domain/rounds/rank-request';
import { factsOf } from '$lib/domain/rounds/round-kind';
import type { WhatIf } from '$lib/domain/what-if/imagine-round';
import { scalePoints } from '$lib/domain/what-if/scale-points';
import { eachToRank } from '$lib/server/requests/verification/for-ranking';
import type { Database } from '$lib/server/schema';
import { listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import { findNotice } from '$lib/server/notices/notices/repository';
import { openedRound } from '$lib/server/allocation/rounds/opened-round';
import { listRounds } from '$lib/server/allocation/rounds/repository';
import { workOutRound } from '$lib/server/allocation/rounds/work-out';
import { SIMULATED_ROUNDS, type WhatIfQuestion } from './question';

export type Gathered = { ok: true; whatIf: WhatIf } | { ok: false; problem: 'no-round' | 'no-rules' };

/**
 * All that is needed to answer a question: the frozen input of the notice's newest round or, where there is none, the
 * round as it would be worked out now; and, where points change, every household scored again.
 */
export async function gather(
	db: Kysely<Database>,
	noticeId: string,
	{ change, dropOutPercent }: WhatIfQuestion,
	now: Instant
): Promise<Gathered> {
	const notice = await findNotice(db, noticeId);
	const found = await roundOf(db, noticeId, now);
	if (!notice || !found) return { ok: false, problem: 'no-round' };
	const { round, kind } = found;
	if (notice.rulesHash === null) return { ok: false, problem: 'no-rules' };
	const { rules } = notice;
	const changed = change.kind === 'points' ? scalePoints(rules, change.criterion, change.percent) : null;
	const sizes = new Map<string, number>();
	const rescored = new Map<string, readonly number[]>();
	await eachToRank(db, noticeId, factsOf(kind), (request) => {
		sizes.set(request.pseudonym, request.household.members.length);
		if (changed) rescored.set(request.pseudonym, rankRequest(request, changed).keys);
	});
	const dwellings = (await listNoticeDwellings(db, noticeId)).map((one) => ({
		id: one.id,
		sizeClass: one.measures.rooms ?? 0,
		zone: one.district ?? (one.rentZone === null ? 'unknown' : `zone-${one.rentZone}`),
		areaDm2: one.netAreaDm2 ?? 0
	}));
	// The seed comes from the public number, so the same question about the same round has the same answer.
	const simulation = { rounds: SIMULATED_ROUNDS, dropOutPercent, seed: Number.parseInt(round.beacon.slice(0, 8), 16) };
	return { ok: true, whatIf: { round, change, dwellings, sizes, rescored, simulation } };
}

async function roundOf(db: Kysely<Database>, noticeId: string, now: Instant) {
	const newest = (await listRounds(db, noticeId))[0];
	const opened = newest && (await openedRound(db, newest.id));
	// A home that left the notice is given to nobody, in an imagined round neither.
	if (opened) {
		const gone = homesGone(opened.round, await listNoticeDwellings(db, noticeId));
		return { round: withoutHomes(opened.round, new Set(gone)), kind: newest.kind };
	}
	if (newest) return null;
	const out = await workOutRound(db, noticeId, now);
	return out.ok ? { round: ownRound(out.worked.input), kind: out.worked.kind } : null;
}
