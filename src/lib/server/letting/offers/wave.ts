import type { Kysely } from 'kysely';
import { deadlineAfter } from '$lib/domain/calendar/terms';
import type { Instant } from '$lib/domain/calendar/instant';
import { countObstacles } from '$lib/domain/offers/gate';
import { chosenOffers, countByOwner, waveMark, type WaveChoice } from '$lib/domain/offers/wave';
import type { Database } from '$lib/server/schema';
import { findNotice } from '$lib/server/notices/notices/repository';
import { listPublished } from '$lib/server/allocation/rounds/repository';
import { listDueOffers } from './due-offers';
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
		held: heldBack.length,
		heldBack: countObstacles(heldBack.map(({ obstacles }) => obstacles)),
		deadline: deadlineAfter(now, notice.offerDays),
		days: notice.offerDays
	};
}
