import type { Kysely } from 'kysely';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import { placesOf, type OpenedRound } from '$lib/domain/rounds/household-places';
import { labelLedger, publicLedger } from '$lib/domain/rounds/label-ledger';
import { procedureOf } from '$lib/domain/rounds/procedure';
import { publishedOnly, roundDates, type PublishedVersion } from '$lib/domain/rounds/round-kind';
import { differences, type RoundSummary } from '$lib/domain/rounds/round-summary';
import { statementText } from '$lib/domain/rounds/statement';
import type { Database } from '$lib/server/schema';
import { listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import { findNotice } from '$lib/server/notices/notices/repository';
import { openedRound } from './opened-round';
import { listPublished, listRounds, readPublicFile } from './repository';
import { publicKeyPem } from './signature';

const PAGE = 100;

/** Notices with a published round. */
export async function listRankings(db: Kysely<Database>) {
	const rows = await listPublished(db);
	return rows.map((row) => ({ ...row, summary: JSON.parse(row.summary) as RoundSummary }));
}

/** One row of a public ranking: pseudonym, place and dwelling chosen, nothing else (D.Lgs. 33/2013 art. 26(4)). */
export type RankingRow = { pseudonym: string; dwellingId: string | null; place: number | null; of: number | null };

/** The newest published round of a notice, one page of it, and the wishes of one household looked up by pseudonym. */
export async function readRanking(db: Kysely<Database>, noticeId: string, query: { page: number; pseudonym: string }) {
	const [published] = await listPublished(db, noticeId);
	const opened = published && (await openedRound(db, published.id));
	if (!published || !opened) return null;
	const { assignments, unassigned } = opened.result;
	const pages = Math.max(1, Math.ceil((assignments.length + unassigned.length) / PAGE));
	const page = Math.min(Math.max(1, query.page), pages);
	const pseudonyms = [...assignments.map(({ application }) => application), ...unassigned];
	const rows = pseudonyms.slice((page - 1) * PAGE, page * PAGE).map((pseudonym): RankingRow => {
		const held = placesOf(opened, pseudonym)?.wishes.find(({ outcome }) => outcome === 'held');
		const dwellingId = opened.holds.get(pseudonym) ?? null;
		return { pseudonym, dwellingId, place: held?.place ?? null, of: held?.of ?? null };
	});
	const wishes = publicWishes(opened, query.pseudonym);
	const versions = publishedOnly(await listRounds(db, noticeId));
	const homes = await publicHomes(db, noticeId);
	return {
		round: { ...published, summary: JSON.parse(published.summary) as RoundSummary },
		versions: versions.map(versionInList),
		correctionsUntil: published.kind === 'final' ? null : await correctionsUntil(db, noticeId, versions),
		ledger: publicLedger(labelLedger(opened.round, opened.result)),
		rows,
		page,
		pages,
		wishes,
		homes
	};
}

/** What anyone may read of one household: its places, without reasons. Null when it is not in the round, or left it. */
export function publicWishes(opened: OpenedRound, pseudonym: string) {
	const found = pseudonym ? placesOf(opened, pseudonym) : null;
	return found && !found.gone ? found.wishes.map(({ because: _because, ...wish }) => wish) : null;
}

/** The dwellings of a notice, by what names them in public. */
export async function publicHomes(db: Kysely<Database>, noticeId: string) {
	const dwellings = await listNoticeDwellings(db, noticeId);
	return dwellings.map(({ id, code, street, streetNumber }) => ({ id, dwellingCode: code, street, streetNumber }));
}

type Published = PublishedVersion & { readonly version: number; readonly summary: string };

/** A version as lists of them show it. */
export function versionInList({ version, kind, publishedAt, summary }: Published) {
	return { version, kind, publishedAt, changes: (JSON.parse(summary) as RoundSummary).changes };
}

async function correctionsUntil(db: Kysely<Database>, noticeId: string, versions: readonly PublishedVersion[]) {
	const { closesAt, rules } = (await findNotice(db, noticeId))!;
	const { value: days } = procedureOf(rules);
	return roundDates(closesAt, versions, days).correctionsUntil;
}

/**
 * One published version with its hashes, and the households that hold another home than in the published version before
 * it.
 */
export async function readVersion(db: Kysely<Database>, noticeId: string, version: number, wanted: number) {
	const [newest] = await listPublished(db, noticeId);
	const published = publishedOnly(await listRounds(db, noticeId));
	const round = published.find((one) => one.version === version);
	if (!newest || !round) return null;
	const before = published.find((one) => one.version < version) ?? null;
	const all = before ? differences(await resultOf(db, before), await resultOf(db, round)) : [];
	const pages = Math.max(1, Math.ceil(all.length / PAGE));
	const page = Math.min(Math.max(1, wanted), pages);
	const { preparerName: _by, approverName: _and, preparedBy: _id, approvedBy: _other, summary, ...shown } = round;
	return {
		round: { ...shown, titleIt: newest.titleIt, titleEn: newest.titleEn, synthetic: newest.synthetic },
		certificate: (JSON.parse(summary) as RoundSummary).certificate,
		before: before && { version: before.version, kind: before.kind },
		changes: { rows: all.slice((page - 1) * PAGE, page * PAGE), count: all.length },
		page,
		pages,
		homes: await publicHomes(db, noticeId)
	};
}

async function resultOf(db: Kysely<Database>, { noticeId, version }: { noticeId: string; version: number }) {
	return JSON.parse((await readPublicFile(db, noticeId, version))!.publicResult) as RoundResult;
}

/** What a published version offers for download, by file name; null when there is no such file. */
export async function readRankingFile(db: Kysely<Database>, noticeId: string, version: number, file: string) {
	const json = 'application/json; charset=utf-8';
	const text = 'text/plain; charset=utf-8';
	const found = await readPublicFile(db, noticeId, version);
	if (!found) return null;
	if (file === 'round.json') return { body: found.projection, type: json };
	if (file === 'result.json') return { body: found.publicResult, type: json };
	const round = (await listRounds(db, noticeId)).find((one) => one.version === version)!;
	if (file === 'statement.txt') return { body: statementText(round), type: text };
	if (file === 'signature.hex') return { body: `${round.signature}\n`, type: text };
	if (file === 'key.pem') return { body: publicKeyPem(), type: text };
	return null;
}
