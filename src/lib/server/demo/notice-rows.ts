import { createHash } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { ApplicationEventsTable, ApplicationsTable } from '$lib/server/requests/applications/table';
import type { DrawnShare } from '$lib/domain/allocation/set-aside-rule';
import { drawPlan } from '$lib/domain/notice/set-aside-plan';
import { planOf } from '$lib/domain/notice/set-asides';
import { freezeRuleSet } from '$lib/domain/ruleset/freeze-rule-set';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import type {
	NoticeBeaconsTable,
	NoticeDwellingsTable,
	NoticeEventsTable,
	NoticesTable
} from '$lib/server/notices/notices/table';
import { setAsideColumns } from '$lib/server/notices/notices/set-aside-secret';
import type { DataKey } from '$lib/server/platform/secrets/data-key';
import type { LoadDay } from './day';
import { measuresOfHome, type Home } from './homes';
import type { Random } from './random';

/** A notice with its dwellings and the requests under it. */
export type NoticeWorld = {
	readonly notice: Insertable<NoticesTable>;
	readonly events: readonly NoticeEventsTable[];
	/** The numbers of its public draw, once two persons entered them. */
	readonly beacons?: readonly NoticeBeaconsTable[];
	readonly dwellings: readonly Insertable<NoticeDwellingsTable>[];
	readonly applications: readonly ApplicationsTable[];
	readonly applicationEvents: readonly Insertable<ApplicationEventsTable>[];
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

/** Stands for a secret drawn at the opening. In this demo everybody knows it, as they know the seed. */
const SECRET = createHash('sha256').update('chiavi-demo: segreto delle riserve, inventato').digest('hex');

/** What binds a notice to its set-asides. */
export type SetAsides = {
	/** Public before the notice; where the rules set no share aside nothing is drawn with it. */
	readonly earlierNumber?: string;
	/** Shares other than those of the rules. */
	readonly shares?: readonly DrawnShare[];
	readonly key: DataKey;
};

/** A notice bound to its set-asides, and its homes, each in the list of its owner. */
export function withHomes(
	notice: Insertable<NoticesTable>,
	rules: RuleSet,
	homes: readonly Home[],
	{ earlierNumber = '00', shares, key }: SetAsides
): Pick<NoticeWorld, 'notice' | 'dwellings'> {
	const rows = homes.map((home) => ({
		id: home.dwelling.id,
		list: home.dwelling.owner_id,
		netAreaDm2: home.dwelling.net_area_dm2,
		district: home.building.district,
		measures: measuresOfHome(home)
	}));
	const byRules = planOf(rows, rules, notice.code, earlierNumber);
	const plan = shares ? { ...byRules, shares } : byRules;
	const labels = drawPlan(plan, SECRET);
	const dwellings = rows.map(({ id, list }) => ({
		notice_id: notice.id,
		dwelling_id: id,
		list,
		set_aside: JSON.stringify(labels.get(id)),
		exclusive: 0,
		released_at: null
	}));
	return { notice: { ...notice, ...setAsideColumns(notice.id, plan, SECRET, key) }, dwellings };
}
