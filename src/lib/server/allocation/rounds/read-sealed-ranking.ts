import type { Kysely } from 'kysely';
import { suitsWheelchair } from '$lib/domain/accessibility/fit';
import { readPublication } from '$lib/domain/publication/publication';
import { listEveryDwelling } from '$lib/server/notices/notices/dwelling-repository';
import type { Database } from '$lib/server/schema';
import { readPublicFile } from './repository';
import { storedSummary } from './stored-summary';

const PAGE = 100;

type Query = { readonly page: number; readonly homes: number; readonly pseudonym: string };

/** The publication of a version, one page of its order and one of its dwellings: nothing beside it. */
export async function readSealedRanking(
	db: Kysely<Database>,
	{ noticeId, version, summary }: { readonly noticeId: string; readonly version: number; readonly summary: string },
	{ page, homes, pseudonym }: Query
) {
	const { publication } = (await readPublicFile(db, noticeId, version))!;
	const { order, dwellings } = readPublication(publication!)!;
	const known = new Map((await listEveryDwelling(db, noticeId)).map((home) => [home.id, home]));
	const named = dwellings.map(({ id, listed, allocated }) => {
		const home = known.get(id);
		return {
			id,
			code: home?.code ?? null,
			address: home?.address ?? null,
			accessible: home !== undefined && suitsWheelchair(home.measures),
			listed,
			allocated: allocated ?? null
		};
	});
	const byCode = named.toSorted((a, b) => ((a.code ?? '~') < (b.code ?? '~') ? -1 : 1));
	const rows = order.map((one, index) => ({ position: index + 1, pseudonym: one }));
	return {
		order: pageOf(rows, page),
		households: order.length,
		homes: pageOf(byCode, homes),
		/** Place of the household that was looked up; null when it is not in the order. */
		found: order.indexOf(pseudonym) + 1 || null,
		roads: storedSummary(summary).roads ?? null
	};
}

function pageOf<Row>(rows: readonly Row[], wanted: number) {
	const pages = Math.max(1, Math.ceil(rows.length / PAGE));
	const page = Math.min(Math.max(1, Math.trunc(wanted)), pages);
	return { rows: rows.slice((page - 1) * PAGE, page * PAGE), page, pages };
}
