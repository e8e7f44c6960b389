import type { Kysely } from 'kysely';
import { placesOf, type OpenedRound, type PlaceForDwelling, type WhyNot } from '$lib/domain/rounds/household-places';
import { procedureOf } from '$lib/domain/rounds/procedure';
import { publishedOnly, roundDates } from '$lib/domain/rounds/round-kind';
import type { Database } from '$lib/server/schema';
import { listEveryDwelling, listLeft } from '$lib/server/notices/notices/dwelling-repository';
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
	const wishes = await withHomes(db, noticeId, places.wishes);
	return {
		noticeId,
		/** For a notice with sensitive grounds: nothing is said of what put a holder before the household. */
		sealed: published.publicationHash !== null,
		/** The categories that the household itself belongs to. */
		reserves: categoriesIn(opened, pseudonym),
		version: published.version,
		kind: published.kind,
		publishedAt: published.publishedAt!,
		correctionsUntil: published.kind === 'final' ? null : dates.correctionsUntil,
		/** The facts that each key after the points compares, in the order of the rules. */
		ties: notice.rules.ties.value,
		gone: places.gone,
		wishes: published.publicationHash === null ? wishes : wishes.map(withoutTrait)
	};
}

/** Each wish with its home, and whether the home has left the notice since. */
async function withHomes(db: Kysely<Database>, noticeId: string, wishes: readonly PlaceForDwelling[]) {
	const homes = new Map((await listEveryDwelling(db, noticeId)).map((home) => [home.id, home]));
	const left = new Set((await listLeft(db, noticeId)).map(({ id }) => id));
	return wishes.flatMap((wish) => {
		const home = homes.get(wish.dwelling);
		if (!home) return [];
		const { street, streetNumber, measures, netAreaDm2, code } = home;
		const named = { street, streetNumber, floor: measures.floor, netAreaDm2, dwellingCode: code };
		return { ...wish, left: left.has(wish.dwelling), home: named };
	});
}

function categoriesIn({ computed: { market }, applicationNumber }: OpenedRound, pseudonym: string): string[] {
	const application = applicationNumber.get(pseudonym)!;
	const own = market.memberships.subarray(market.membershipStart[application], market.membershipStart[application + 1]);
	return Array.from(own, (category) => market.categories[category]!);
}

/**
 * Keeps the reasons that give away nothing about the holder's household: the holder signed, or held the dwelling before.
 * Every other reason becomes `order`: the holder stands before in the order that applies.
 */
function withoutTrait<Wish extends { readonly because: WhyNot | null }>(wish: Wish) {
	const own: readonly (WhyNot | null)[] = ['unacceptable', 'frozen', 'kept', null];
	return { ...wish, because: own.includes(wish.because) ? wish.because : ('order' as const) };
}
