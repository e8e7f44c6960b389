import type { Kysely } from 'kysely';
import { placesOf } from '$lib/domain/rounds/household-places';
import { procedureOf } from '$lib/domain/rounds/procedure';
import { publishedOnly, roundDates } from '$lib/domain/rounds/round-kind';
import type { Database } from '$lib/server/schema';
import { listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import { findNotice } from '$lib/server/notices/notices/repository';
import { openedRound } from './opened-round';
import { listPublished, listRounds } from './repository';

/**
 * Where a household stands in the newest published round of its notice, for each home it listed, most wanted first: its
 * place, out of how many, and, for homes it wanted more than the one it got, the rule that decided. It never says which
 * household holds a home. The caller has checked that the request belongs to the reader. Null when no round is
 * published or the household is not in it.
 */
export async function readPlaces(db: Kysely<Database>, noticeId: string, pseudonym: string) {
	const [published] = await listPublished(db, noticeId);
	const opened = published && (await openedRound(db, published.id));
	const places = opened && placesOf(opened, pseudonym);
	if (!published || !places) return null;
	const notice = (await findNotice(db, noticeId))!;
	const days = procedureOf(notice.rules).value;
	const dates = roundDates(notice.closesAt, publishedOnly(await listRounds(db, noticeId)), days);
	const homes = new Map((await listNoticeDwellings(db, noticeId)).map((home) => [home.id, home]));
	const wishes = places.wishes.flatMap((wish) => {
		const home = homes.get(wish.dwelling);
		if (!home) return [];
		const { street, streetNumber, measures, netAreaDm2, code } = home;
		return { ...wish, home: { street, streetNumber, floor: measures.floor, netAreaDm2, dwellingCode: code } };
	});
	return {
		noticeId,
		version: published.version,
		kind: published.kind,
		publishedAt: published.publishedAt!,
		correctionsUntil: published.kind === 'final' ? null : dates.correctionsUntil,
		/** What each key after the points compares, in the order of the rules. */
		ties: notice.rules.ties.value,
		gone: places.gone,
		wishes
	};
}
