import type { Kysely } from 'kysely';
import { publishedOnly } from '$lib/domain/rounds/round-kind';
import type { Database } from '$lib/server/schema';
import { findEntry } from '$lib/server/notices/notices/beacon-repository';
import { findNotice } from '$lib/server/notices/notices/repository';
import { openedRound } from './opened-round';
import { publicHomes, publicWishes, versionInList } from './read-rankings';
import { listPublished, listRounds } from './repository';

type Query = { readonly notice: string; readonly version: number | null; readonly pseudonym: string };

/**
 * What a reader needs to check a published version alone: the list of versions, one of them with its published files,
 * and the row of one household. `chosen` is null when that version is not published.
 */
export async function readVerification(db: Kysely<Database>, query: Query) {
	const published = await listPublished(db);
	const rankings = published.map(({ noticeId, titleIt, titleEn }) => ({ noticeId, titleIt, titleEn }));
	const notice = published.find(({ noticeId }) => query.notice === '' || noticeId === query.notice);
	if (!notice) return { rankings, chosen: null };
	const versions = publishedOnly(await listRounds(db, notice.noticeId));
	const round = versions.find(({ version }) => version === (query.version ?? notice.version));
	if (!round) return { rankings, chosen: null };
	const opened = query.pseudonym ? await openedRound(db, round.id) : null;
	const { titleIt, titleEn, synthetic } = notice;
	const { noticeId, version, publishedAt, signature, auditHead, receiptsRoot, receiptsCount } = round;
	const { projectionHash, publicResultHash } = round;
	return {
		rankings,
		chosen: {
			title: { titleIt, titleEn },
			synthetic: synthetic === 1,
			round: {
				noticeId,
				version,
				publishedAt,
				projectionHash,
				publicResultHash,
				signature,
				auditHead,
				receiptsRoot,
				receiptsCount
			},
			versions: versions.map(versionInList),
			draw: await drawOf(db, noticeId),
			wishes: opened && publicWishes(opened, query.pseudonym),
			homes: query.pseudonym ? await publicHomes(db, noticeId) : []
		}
	};
}

async function drawOf(db: Kysely<Database>, noticeId: string) {
	const entry = await findEntry(db, noticeId);
	const notice = await findNotice(db, noticeId);
	if (!entry || notice?.beacon !== entry.beacon) return null;
	return { kind: entry.kind, proof: entry.proof, source: notice.beaconSource };
}
