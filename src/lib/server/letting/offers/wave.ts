import type { Kysely } from 'kysely';
import { deadlineAfter } from '$lib/domain/calendar/terms';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Obstacle } from '$lib/domain/offers/gate';
import { chosenOffers, countByOwner, waveMark, type WaveChoice } from '$lib/domain/offers/wave';
import type { Database } from '$lib/server/schema';
import { findNotice } from '$lib/server/notices/notices/repository';
import { listPublished } from '$lib/server/allocation/rounds/repository';
import { listDueOffers, type HeldBack } from './due-offers';
import { homesOfWave, requestsWithAccount } from './wave-repository';

/**
 * What an officer reads before offers are made: how many, of whose homes, until when, how the households are told, and
 * what is held back; null where the notice has no final ranking. `mark` names exactly this wave.
 */
export async function readWave(db: Kysely<Database>, noticeId: string, choice: WaveChoice, now: Instant) {
	const [round] = await listPublished(db, noticeId);
	const notice = await findNotice(db, noticeId);
	if (!notice || round?.kind !== 'final') return null;
	const { due, heldBack } = await listDueOffers(db, noticeId, round.id);
	const chosen = chosenOffers(due, choice);
	const homes = await homesOfWave(
		db,
		[...chosen, ...heldBack].map(({ dwellingId }) => dwellingId)
	);
	const online = await requestsWithAccount(db, noticeId);
	const owned = (all: readonly { dwellingId: string }[]) => all.map(({ dwellingId }) => homes.get(dwellingId)!);
	return {
		round: round.id,
		title: notice.title,
		due: due.length,
		offers: chosen.map(({ pseudonym, dwellingId, applicationId, replaces }) => ({
			...{ pseudonym, home: homes.get(dwellingId)! },
			...{ online: online.has(applicationId), replaces: replaces !== null }
		})),
		mark: waveMark(chosen),
		owners: countByOwner(owned(chosen), owned(heldBack)),
		heldBack: reasonsOf(heldBack),
		deadline: deadlineAfter(now, notice.offerDays),
		days: notice.offerDays
	};
}

type Reason = { because: Obstacle['because']; homes: number; until: Instant | null };

/**
 * Why homes are held back, each home by its first reason, the most frequent reason first; with the first day on which one
 * of them may go on.
 */
function reasonsOf(heldBack: readonly HeldBack[]): Reason[] {
	const reasons = new Map<string, Reason>();
	for (const { obstacles } of heldBack) {
		const first = obstacles[0]!;
		const until = 'until' in first ? first.until : null;
		const so = reasons.get(first.because) ?? { because: first.because, homes: 0, until };
		const earlier = until !== null && (so.until === null || until < so.until) ? until : so.until;
		reasons.set(first.because, { ...so, homes: so.homes + 1, until: earlier });
	}
	return [...reasons.values()].sort((a, b) => b.homes - a.homes);
}
