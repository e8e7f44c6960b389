import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { procedureOf } from '$lib/domain/rounds/procedure';
import { roundDates, type RoundKind } from '$lib/domain/rounds/round-kind';
import { waitingAct } from '$lib/domain/programme/certificate';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { waitingFor } from '$lib/server/homes/works/service';
import * as repository from './repository';

/** A task that waits for the staff; `due` is when it becomes late. */
export type WorkItem = {
	readonly kind: WorkKind;
	readonly due: Instant;
	/** The id of the notice or tenancy it is about; null for a whole queue. */
	readonly id: string | null;
	readonly title: { readonly it: string; readonly en: string } | null;
	readonly count: number;
};

export type WorkKind =
	| 'open-notice'
	| 'record-beacon'
	| 'prepare-round'
	| 'approve-round'
	| 'publish-round'
	| 'make-offers'
	| 'offers-open'
	| 'next-version'
	| 'register-contract'
	| 'deliver-keys'
	| 'certify-works'
	| 'confirm-certificates'
	| 'inspect-listings';

/**
 * The tasks that wait for `by` today, oldest deadline first. A manager also sees the rounds that another person
 * prepared.
 */
export async function readWorkList(db: Kysely<Database>, by: Actor, now: Instant): Promise<WorkItem[]> {
	const items = [...(await noticeWork(db, by, now)), ...(await tenancyWork(db)), ...(await queues(db, by))];
	return items.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

async function noticeWork(db: Kysely<Database>, by: Actor, now: Instant): Promise<WorkItem[]> {
	const notices = await repository.listNoticeStages(db);
	const rounds = new Map((await repository.listNewestRounds(db)).map((round) => [round.noticeId, round]));
	const offers = new Map((await repository.listOfferStages(db, now)).map((stage) => [stage.noticeId, stage]));
	const ended = new Map((await repository.listLastEnded(db)).map(({ noticeId, at }) => [noticeId, at]));
	return notices.flatMap((notice): WorkItem[] => {
		const item = (kind: WorkKind, due: Instant, count = 1): WorkItem[] => [
			{ kind, due, id: notice.id, title: { it: notice.titleIt, en: notice.titleEn }, count }
		];
		if (!notice.openedAt) return allows(by, 'manager') ? item('open-notice', notice.opensAt) : [];
		if (notice.closesAt >= now) return [];
		const round = rounds.get(notice.id);
		if (!notice.beacon) return item('record-beacon', notice.closesAt);
		if (!round) return item('prepare-round', notice.closesAt);
		if (!round.approvedAt)
			return allows(by, 'manager') && round.preparedBy !== by.id ? item('approve-round', round.preparedAt) : [];
		if (!round.publishedAt) return item('publish-round', round.approvedAt);
		if (round.kind !== 'final') return item('prepare-round', finalFrom(notice, round));
		const stage = offers.get(notice.id);
		if (!stage) return item('make-offers', round.publishedAt);
		const [last] = [stage.lastNotTaken, ended.get(notice.id)].filter(since(round.preparedAt)).toSorted();
		return [
			...(last ? item('next-version', last) : []),
			...(Number(stage.open) > 0 ? item('offers-open', stage.nearest!, Number(stage.open)) : [])
		];
	});
}

/** When corrections end, and the final ranking can be prepared. */
function finalFrom(
	{ rules, closesAt }: { rules: RuleSet | null; closesAt: Instant },
	{ kind, firstPublishedAt }: { kind: RoundKind; firstPublishedAt: Instant | null }
): Instant {
	const { value: days } = procedureOf(rules);
	return roundDates(closesAt, [{ kind, publishedAt: firstPublishedAt! }], days).correctionsUntil!;
}

/** Happened after the newest version was prepared, so that the next is made from it. */
const since =
	(prepared: Instant) =>
	(at: Instant | null | undefined): at is Instant =>
		at !== null && at !== undefined && at > prepared;

async function tenancyWork(db: Kysely<Database>): Promise<WorkItem[]> {
	return (await repository.listTenanciesToDo(db)).map((tenancy) => {
		const name = [tenancy.street, tenancy.streetNumber].filter(Boolean).join(' ') || tenancy.dwellingCode;
		return {
			kind: tenancy.contractAt ? 'deliver-keys' : 'register-contract',
			due: tenancy.contractAt ?? tenancy.startedAt,
			id: tenancy.id,
			title: { it: name, en: name },
			count: 1
		};
	});
}

async function queues(db: Kysely<Database>, by: Actor): Promise<WorkItem[]> {
	const works = await repository.countWorksToCertify(db);
	const listings = await repository.countListingsToInspect(db);
	const queue = (kind: WorkKind, { count, oldest }: { count: number; oldest: string | null }): WorkItem[] =>
		oldest === null ? [] : [{ kind, due: oldest, id: null, title: null, count: Number(count) }];
	const waiting = (await waitingFor(db, by)).filter(({ mine }) => !mine);
	const [oldest = null] = waiting.map(({ certificate }) => waitingAct(certificate)!.at).toSorted();
	const confirmations = queue('confirm-certificates', { count: waiting.length, oldest });
	const inspections = allows(by, 'officer', 'manager') ? queue('inspect-listings', listings) : [];
	return [...queue('certify-works', works), ...confirmations, ...inspections];
}
