import type { Kysely } from 'kysely';
import { placesOf } from '$lib/domain/rounds/household-places';
import type { Database } from '$lib/server/db/schema';
import { listNoticeDwellings } from './notice-repository';
import { openedRound } from './opened-round';
import { listPublished } from './repository';

/**
 * Where a household stands in the newest published round of its notice, for each home it asked for, most wanted first:
 * its place, out of how many, and for homes it wanted more than what it got the rule that decided. Never who holds them.
 * Whoever calls has checked that the request is the reader's own. Null when no round is published, or it is not in it.
 */
export async function readPlaces(db: Kysely<Database>, noticeId: string, pseudonym: string) {
	const [published] = await listPublished(db, noticeId);
	const opened = published && (await openedRound(db, published.id));
	const places = opened && placesOf(opened, pseudonym);
	if (!published || !places) return null;
	const homes = new Map((await listNoticeDwellings(db, noticeId)).map((home) => [home.id, home]));
	const wishes = places.wishes.flatMap((wish) => {
		const home = homes.get(wish.dwelling);
		if (!home) return [];
		const { street, streetNumber, floor, netAreaDm2, code } = home;
		return { ...wish, home: { street, streetNumber, floor, netAreaDm2, dwellingCode: code } };
	});
	return { noticeId, version: published.version, publishedAt: published.publishedAt!, gone: places.gone, wishes };
}
