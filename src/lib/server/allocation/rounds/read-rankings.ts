import type { Kysely } from 'kysely';
import { procedureOf } from '$lib/domain/rounds/procedure';
import { publishedOnly, roundDates, type PublishedVersion } from '$lib/domain/rounds/round-kind';
import { findNotice } from '$lib/server/notices/notices/repository';
import type { Database } from '$lib/server/schema';
import { opennessOf, publicFigures, publicVersion, versionInList } from './public-version';
import { publicHomes, readDifferences, readOpenRanking } from './read-open-ranking';
import { readSealedRanking } from './read-sealed-ranking';
import { listPublished, listRounds } from './repository';
import { storedSummary } from './stored-summary';

/** Notices with a published round that anybody may see. */
export async function listRankings(db: Kysely<Database>) {
	const rows = (await listPublished(db)).filter((row) => opennessOf(row) !== null);
	return rows.map((row) => {
		const { titleIt, titleEn, synthetic } = row;
		return { ...publicVersion(row), titleIt, titleEn, synthetic, ...publicFigures(row) };
	});
}

type Query = { readonly page: number; readonly homes: number; readonly pseudonym: string };

/** The newest published round of a notice, as its grounds allow to show it: open or sealed. */
export async function readRanking(db: Kysely<Database>, noticeId: string, query: Query) {
	const [newest] = await listPublished(db, noticeId);
	const openness = newest && opennessOf(newest);
	if (!newest || !openness) return null;
	const open = openness === 'open' ? await readOpenRanking(db, newest, query) : null;
	if (openness === 'open' && !open) return null;
	const sealed = openness === 'sealed' ? await readSealedRanking(db, newest, query) : null;
	const versions = publishedOnly(await listRounds(db, noticeId)).filter((one) => opennessOf(one) !== null);
	const { titleIt, titleEn, synthetic } = newest;
	return {
		round: { ...publicVersion(newest), titleIt, titleEn, synthetic, ...publicFigures(newest) },
		versions: versions.map(versionInList),
		correctionsUntil: newest.kind === 'final' ? null : await correctionsUntil(db, noticeId, versions),
		open,
		sealed
	};
}

async function correctionsUntil(db: Kysely<Database>, noticeId: string, versions: readonly PublishedVersion[]) {
	const { closesAt, rules } = (await findNotice(db, noticeId))!;
	const { value: days } = procedureOf(rules);
	return roundDates(closesAt, versions, days).correctionsUntil;
}

/** One published version with its hashes. Of an open one, who holds another home than in the version before it. */
export async function readVersion(db: Kysely<Database>, noticeId: string, version: number, wanted: number) {
	const [newest] = await listPublished(db, noticeId);
	const published = publishedOnly(await listRounds(db, noticeId)).filter((one) => opennessOf(one) !== null);
	const round = published.find((one) => one.version === version);
	if (!newest || !round) return null;
	const before = published.find((one) => one.version < version) ?? null;
	const { titleIt, titleEn, synthetic } = newest;
	return {
		round: { ...publicVersion(round), titleIt, titleEn, synthetic, ...publicFigures(round) },
		before: before && { version: before.version, kind: before.kind },
		open: opennessOf(round) === 'open' ? await readOpenVersion(db, round, before, wanted) : null
	};
}

type Row = Awaited<ReturnType<typeof listRounds>>[number];

async function readOpenVersion(db: Kysely<Database>, round: Row, before: Row | null, wanted: number) {
	const { noticeId, version, inputHash, resultHash, summary } = round;
	const comparable = before && opennessOf(before) === 'open' ? before.version : null;
	return {
		inputHash,
		resultHash,
		certificate: storedSummary(summary).certificate,
		changes: comparable === null ? null : await readDifferences(db, noticeId, { before: comparable, version, wanted }),
		homes: await publicHomes(db, noticeId)
	};
}
