import type { Kysely } from 'kysely';
import { ownResult } from '$lib/domain/allocation/own-files';
import { placesOf, type OpenedRound } from '$lib/domain/rounds/household-places';
import { labelLedger, publicLedger } from '$lib/domain/rounds/label-ledger';
import { differences } from '$lib/domain/rounds/round-summary';
import { listEveryDwelling } from '$lib/server/notices/notices/dwelling-repository';
import type { Database } from '$lib/server/schema';
import { openedRound } from './opened-round';
import { readPublicFile } from './repository';

const PAGE = 100;

/** One row of an open ranking: pseudonym, place and dwelling chosen, nothing else. */
export type RankingRow = { pseudonym: string; dwellingId: string | null; place: number | null; of: number | null };

/** A version without sensitive grounds: one page of who got what, and the wishes of one household looked up by pseudonym. */
export async function readOpenRanking(
	db: Kysely<Database>,
	{ id, noticeId }: { readonly id: string; readonly noticeId: string },
	query: { readonly page: number; readonly pseudonym: string }
) {
	const opened = await openedRound(db, id);
	if (!opened) return null;
	const { assignments, unassigned } = opened.result;
	const pages = Math.max(1, Math.ceil((assignments.length + unassigned.length) / PAGE));
	const page = Math.min(Math.max(1, query.page), pages);
	const pseudonyms = [...assignments.map(({ application }) => application), ...unassigned];
	const rows = pseudonyms.slice((page - 1) * PAGE, page * PAGE).map((pseudonym): RankingRow => {
		const held = placesOf(opened, pseudonym)?.wishes.find(({ outcome }) => outcome === 'held');
		const dwellingId = opened.holds.get(pseudonym) ?? null;
		return { pseudonym, dwellingId, place: held?.place ?? null, of: held?.of ?? null };
	});
	return {
		ledger: publicLedger(labelLedger(opened.round, opened.result)),
		rows,
		page,
		pages,
		wishes: publicWishes(opened, query.pseudonym),
		homes: await publicHomes(db, noticeId)
	};
}

/**
 * The places of one household in an open version, as anyone may read them, without reasons. Null when the household is
 * not in it, or left it.
 */
export function publicWishes(opened: OpenedRound, pseudonym: string) {
	const found = pseudonym ? placesOf(opened, pseudonym) : null;
	return found && !found.gone ? found.wishes.map(({ because: _because, ...wish }) => wish) : null;
}

/** The dwellings of a notice, by what names them in public. */
export async function publicHomes(db: Kysely<Database>, noticeId: string) {
	const dwellings = await listEveryDwelling(db, noticeId);
	return dwellings.map(({ id, code, street, streetNumber }) => ({ id, dwellingCode: code, street, streetNumber }));
}

/** One page of the households that hold another home in a version than in the one before; both versions are open. */
export async function readDifferences(
	db: Kysely<Database>,
	noticeId: string,
	{ before, version, wanted }: { readonly before: number; readonly version: number; readonly wanted: number }
) {
	const all = differences(await resultOf(db, noticeId, before), await resultOf(db, noticeId, version));
	const pages = Math.max(1, Math.ceil(all.length / PAGE));
	const page = Math.min(Math.max(1, wanted), pages);
	return { rows: all.slice((page - 1) * PAGE, page * PAGE), count: all.length, page, pages };
}

async function resultOf(db: Kysely<Database>, noticeId: string, version: number) {
	return ownResult((await readPublicFile(db, noticeId, version))!.publicResult!);
}
