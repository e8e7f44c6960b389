import { setImmediate as letOthersPass } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { readHealth } from '$lib/domain/accessibility/needs';
import { turnOf, type Turn } from '$lib/domain/application/turn';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { scoreHousehold } from '$lib/domain/scoring/score-household';
import type { Notice } from '$lib/server/notices/notices/notice';
import { findNotice } from '$lib/server/notices/notices/repository';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { findJourneys } from '$lib/server/requests/applications/journey-repository';
import { findApplications, type Application } from '$lib/server/requests/applications/repository';
import { openHealth } from '$lib/server/requests/applications/stored-health';
import { openRejectionsAmong } from '$lib/server/requests/rejections/repository';
import type { Database } from '$lib/server/schema';
import { cursorText, type RequestFilter } from './filter';
import { countKeys, COUNTED, listKeys, listNoticeTitles } from './repository';

const PAGE = 50;
/** Requests that the file of a list reads before others get their turn. */
const PART = 250;

/** A request as a list tells it: by protocol and code, never by name, and without what its points come from. */
export type RequestRow = {
	readonly id: string;
	readonly protocol: string;
	readonly pseudonym: string;
	readonly notice: { readonly id: string; readonly code: string; readonly title: { it: string; en: string } };
	readonly submittedAt: Instant;
	readonly synthetic: boolean;
	/** Declared, in hundredths; null where the health facts that they need were erased. */
	readonly points: number | null;
	readonly turn: Turn;
};

/** One page of requests, how many the filter finds (`many`: more than `count`) and where the next page begins. */
export async function listRequests(db: Kysely<Database>, filter: RequestFilter, now: Instant) {
	const keys = await listKeys(db, filter, PAGE + 1, now);
	const shown = keys.slice(0, PAGE);
	const count = await countKeys(db, filter, now);
	return {
		rows: await rowsOf(
			db,
			shown.map(({ id }) => id),
			new Map(),
			now
		),
		count: Math.min(count, COUNTED),
		many: count > COUNTED,
		next: keys.length > PAGE ? cursorText(shown.at(-1)!) : null,
		notices: await listNoticeTitles(db)
	};
}

/** Every request that the filter finds, read in parts: the file of 250,000 takes as much memory as that of 250. */
export async function* allRequests(
	db: Kysely<Database>,
	{ after: _page, ...filter }: RequestFilter,
	now: Instant
): AsyncGenerator<RequestRow> {
	const notices = new Map<string, Notice>();
	for (let after: RequestFilter['after']; ;) {
		const keys = await listKeys(db, { ...filter, ...(after && { after }) }, PART, now);
		yield* await rowsOf(
			db,
			keys.map(({ id }) => id),
			notices,
			now
		);
		if (keys.length < PART) return;
		after = keys.at(-1)!;
		await letOthersPass();
	}
}

/** These requests in their order. `notices` keeps those that were read before. */
async function rowsOf(
	db: Kysely<Database>,
	ids: readonly string[],
	notices: Map<string, Notice>,
	now: Instant
): Promise<RequestRow[]> {
	const found = await findApplications(db, ids);
	for (const { noticeId } of found)
		if (!notices.has(noticeId)) notices.set(noticeId, (await findNotice(db, noticeId))!);
	const keys = await openDataKeys(db, [...new Set(found.map(({ dataKeyId }) => dataKeyId))]);
	const journeys = await findJourneys(db, found);
	const rejections = await openRejectionsAmong(db, ids);
	const rows = new Map(
		found.map((row) => {
			const { id, protocol, pseudonym, submittedAt, synthetic, noticeId } = row;
			const { code, title, rules } = notices.get(noticeId)!;
			const turn = turnOf(journeys.get(id)!, rejections.get(id) ?? null, now);
			const points = pointsOf(row, rules, keys.get(row.dataKeyId));
			const notice = { id: noticeId, code, title };
			return [id, { id, protocol, pseudonym, submittedAt, synthetic, notice, turn, points }] as const;
		})
	);
	return ids.map((id) => rows.get(id)!);
}

function pointsOf(row: Application, rules: Notice['rules'], key: Buffer | undefined): number | null {
	if (!key) return null;
	return scoreHousehold(row.household, readHealth(openHealth(row, key)), rules, dayOf(row.submittedAt)).total;
}
