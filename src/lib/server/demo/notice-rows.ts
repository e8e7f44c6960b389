import type { Insertable } from 'kysely';
import type { ApplicationEventsTable, ApplicationsTable } from '$lib/server/requests/applications/table';
import { freezeRuleSet } from '$lib/domain/ruleset/freeze-rule-set';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import type {
	NoticeBeaconsTable,
	NoticeDwellingsTable,
	NoticeEventsTable,
	NoticesTable
} from '$lib/server/notices/notices/table';
import type { LoadDay } from './day';
import { accessibleDwellings, type Home } from './homes';
import type { Random } from './random';

/** A notice with its dwellings and the requests under it. */
export type NoticeWorld = {
	readonly notice: Insertable<NoticesTable>;
	readonly events: readonly NoticeEventsTable[];
	/** The numbers of its public draw, once two persons entered them. */
	readonly beacons?: readonly NoticeBeaconsTable[];
	readonly dwellings: readonly Insertable<NoticeDwellingsTable>[];
	readonly applications: readonly ApplicationsTable[];
	readonly applicationEvents: readonly ApplicationEventsTable[];
};

export type NewNotice = Pick<
	NoticesTable,
	| 'code'
	| 'source'
	| 'title_it'
	| 'title_en'
	| 'summary_it'
	| 'summary_en'
	| 'max_choices'
	| 'offer_days'
	| 'opens_at'
	| 'closes_at'
	| 'beacon_source'
> & { readonly rules: RuleSet; readonly createdBy: string };

/** The person who drafts notices and the person who opens them are two. */
export type Staff = { readonly officerId: string; readonly managerId: string };

/** A notice that was opened, its rules frozen with it. */
export function openedNotice(random: Random, notice: NewNotice): Insertable<NoticesTable> {
	const { rules, createdBy, ...given } = notice;
	const frozen = freezeRuleSet(rules);
	return {
		id: random.id(notice.opens_at),
		...given,
		rule_set_id: rules.id,
		rule_set: frozen.text,
		rule_set_hash: frozen.hash,
		beacon: null,
		synthetic: 1,
		created_by: createdBy,
		created_at: notice.opens_at
	};
}

/** Drafted by an officer, opened by a manager. */
export function noticeEvents(
	random: Random,
	{ at }: LoadDay,
	notice: Insertable<NoticesTable>,
	opened: { readonly daysAgo: number; readonly by: string; readonly detail: string | null }
): NoticeEventsTable[] {
	const event = (name: NoticeEventsTable['event'], when: string, by: string | null, detail: string | null) => ({
		id: random.id(when),
		notice_id: notice.id,
		event: name,
		at: when,
		account_id: by,
		detail
	});
	return [
		event('drafted', at(-opened.daysAgo - 6), notice.created_by ?? null, null),
		event('opened', at(-opened.daysAgo, '08:00'), opened.by, opened.detail)
	];
}

/**
 * A home that suits a wheelchair goes first to households that need it, then to households that can use it, then to
 * all.
 */
export const BARRIER_FREE: readonly string[] = ['wheelchair', 'reduced-mobility'];

/** The homes of a notice, each in the list of its owner; `setAside` by dwelling id, else what its measures ask. */
export function noticeDwellings(
	noticeId: string,
	homes: readonly Home[],
	setAside?: ReadonlyMap<string, readonly string[]>
): Insertable<NoticeDwellingsTable>[] {
	const accessible = accessibleDwellings(homes);
	return homes.map(({ dwelling: { id, owner_id } }) => ({
		notice_id: noticeId,
		dwelling_id: id,
		list: owner_id,
		set_aside: JSON.stringify(setAside?.get(id) ?? (accessible.has(id) ? BARRIER_FREE : [])),
		exclusive: 0,
		released_at: null
	}));
}
