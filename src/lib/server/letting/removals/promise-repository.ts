import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { promiseStage, type PromiseStage } from '$lib/domain/dwelling/promise-stage';
import type { LanguageText } from '$lib/server/notices/notices/notice';
import type { Database } from '$lib/server/schema';

/** The notice that has a home, how far it promises it, and the offer that holds it. */
export type Promised = {
	readonly noticeId: string;
	readonly code: string;
	readonly title: LanguageText;
	readonly closesAt: Instant;
	readonly revision: number;
	readonly stage: PromiseStage;
	readonly offerId: string | null;
};

/** How a home is promised at `now`; null when no notice has it. */
export async function findPromise(db: Kysely<Database>, dwellingId: string, now: Instant): Promise<Promised | null> {
	const notice = await findNoticeOf(db, dwellingId);
	if (!notice) return null;
	const { openedAt, closesAt, ranked, ...rest } = notice;
	const offer = await findHolder(db, dwellingId);
	const stage = promiseStage({ openedAt, closesAt, ranked: Number(ranked) > 0, offer }, now);
	return { ...rest, closesAt, stage, offerId: offer?.id ?? null };
}

async function findNoticeOf(db: Kysely<Database>, dwellingId: string) {
	const row = await db
		.selectFrom('notice_dwellings')
		.innerJoin('notices', 'notices.id', 'notice_dwellings.notice_id')
		.leftJoin('notice_events as opened', (join) =>
			join.onRef('opened.notice_id', '=', 'notices.id').on('opened.event', '=', 'opened')
		)
		.leftJoin('notice_events as gone', (join) =>
			join.onRef('gone.notice_id', '=', 'notices.id').on('gone.event', '=', 'withdrawn')
		)
		.select(['notices.id as noticeId', 'notices.code', 'notices.title_it as it', 'notices.title_en as en'])
		.select(['notices.closes_at as closesAt', 'notices.revision', 'opened.at as openedAt'])
		.select((eb) =>
			eb
				.selectFrom('rounds')
				.select((count) => count.fn.countAll<number>().as('count'))
				.whereRef('rounds.notice_id', '=', 'notices.id')
				.where('rounds.published_at', 'is not', null)
				.as('ranked')
		)
		.where('notice_dwellings.dwelling_id', '=', dwellingId)
		.where('notice_dwellings.released_at', 'is', null)
		.where('gone.id', 'is', null)
		.executeTakeFirst();
	if (!row) return undefined;
	const { it, en, ...rest } = row;
	return { ...rest, title: { it, en } };
}

async function findHolder(db: Kysely<Database>, dwellingId: string) {
	const row = await db
		.selectFrom('offers')
		.leftJoin('offer_events as yes', (join) =>
			join.onRef('yes.offer_id', '=', 'offers.id').on('yes.event', '=', 'accepted')
		)
		.leftJoin('tenancies', (join) =>
			join.onRef('tenancies.offer_id', '=', 'offers.id').on('tenancies.ended_at', 'is', null)
		)
		.leftJoin('tenancy_events as contract', (join) =>
			join.onRef('contract.tenancy_id', '=', 'tenancies.id').on('contract.event', '=', 'contract_registered')
		)
		.select(['offers.id', 'offers.deadline', 'yes.id as yes', 'contract.id as contract'])
		.where('offers.dwelling_id', '=', dwellingId)
		.where('offers.released_at', 'is', null)
		.executeTakeFirst();
	return row ? { ...row, accepted: row.yes !== null, contract: row.contract !== null } : null;
}

/** Whether a landlord's listing has the home, or a family lives there by one: their own acts end that. */
export async function isListed(db: Kysely<Database>, dwellingId: string): Promise<boolean> {
	const row = await db
		.selectFrom('listings')
		.select('listings.id')
		.where('listings.dwelling_id', '=', dwellingId)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('listing_events')
						.select('listing_events.id')
						.whereRef('listing_events.listing_id', '=', 'listings.id')
						.where('listing_events.event', 'in', ['withdrawn', 'refused'])
				)
			)
		)
		.executeTakeFirst();
	return row !== undefined;
}
