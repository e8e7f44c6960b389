import type { Kysely } from 'kysely';
import { publishedOnly } from '$lib/domain/rounds/round-kind';
import type { Database } from '$lib/server/schema';
import { findEntry } from '$lib/server/notices/notices/beacon-repository';
import { listEveryDwelling } from '$lib/server/notices/notices/dwelling-repository';
import { findNotice } from '$lib/server/notices/notices/repository';
import { openedRound } from './opened-round';
import { opennessOf, publicVersion, versionInList } from './public-version';
import { publicHomes, publicWishes } from './read-open-ranking';
import { listPublished, listRounds } from './repository';

type Query = { readonly notice: string; readonly version: number | null; readonly pseudonym: string };

/**
 * The data with which a reader checks a published version alone: the list of versions, one of them with its published
 * files, and, of an open one, the row of one household. `chosen` is null when that version is not published.
 */
export async function readVerification(db: Kysely<Database>, query: Query) {
	const published = (await listPublished(db)).filter((row) => opennessOf(row) !== null);
	const rankings = published.map(({ noticeId, titleIt, titleEn }) => ({ noticeId, titleIt, titleEn }));
	const notice = published.find(({ noticeId }) => query.notice === '' || noticeId === query.notice);
	if (!notice) return { rankings, chosen: null };
	const versions = publishedOnly(await listRounds(db, notice.noticeId)).filter((one) => opennessOf(one) !== null);
	const round = versions.find(({ version }) => version === (query.version ?? notice.version));
	if (!round) return { rankings, chosen: null };
	const { titleIt, titleEn, synthetic, noticeId } = notice;
	const looked = query.pseudonym !== '' && opennessOf(round) === 'open';
	const opened = looked ? await openedRound(db, round.id) : null;
	return {
		rankings,
		chosen: {
			title: { titleIt, titleEn },
			synthetic: synthetic === 1,
			round: publicVersion(round),
			versions: versions.map(versionInList),
			draw: await drawOf(db, noticeId),
			wishes: opened && publicWishes(opened, query.pseudonym),
			homes: looked ? await publicHomes(db, noticeId) : [],
			/** Names of the dwellings of a sealed version, for the household that checks its own outcome. */
			addresses: opennessOf(round) === 'sealed' ? await addressesOf(db, noticeId) : []
		}
	};
}

async function drawOf(db: Kysely<Database>, noticeId: string) {
	const entry = await findEntry(db, noticeId);
	const notice = await findNotice(db, noticeId);
	if (!entry || notice?.beacon !== entry.beacon) return null;
	return { kind: entry.kind, proof: entry.proof, source: notice.beaconSource };
}

async function addressesOf(db: Kysely<Database>, noticeId: string) {
	const homes = await listEveryDwelling(db, noticeId);
	return homes.map(({ id, address, code }) => [id, `${address}, ${code}`] as const);
}
