import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { decide } from '$lib/server/platform/auth/guards';
import type { Database } from '$lib/server/schema';
import { kindRow, type WorkKind } from './kinds';
import { changeWork, checkWork, contestWork, rejectionWork, tenancyWork, viewingWork } from './letting-work';
import { controlWork, sampleWork } from './control-work';
import { listingWork } from './listing-work';
import { noticeChangeWork } from './notice-change-work';
import { noticeWork } from './notice-work';
import { messageTextWork } from './message-work';
import { duplicateWork } from './duplicate-work';
import { removalWork, ruleSetWork, worksWork } from './register-work';
import { byKey, type Waiting } from './waiting';

/** One thing of the list; `late`: its deadline has passed. */
export type WorkItem = Omit<Waiting, 'begunBy'> & { readonly count: number; readonly late: boolean };

/** The things of one kind. */
export type WorkGroup = {
	readonly kind: WorkKind;
	readonly count: number;
	readonly late: number;
	/** The earliest deadline. */
	readonly due: Instant;
	/** The thing itself where there is only one. */
	readonly only: WorkItem | null;
};

/** A page of the things of one kind. */
export type WorkQueue = Pick<WorkGroup, 'kind' | 'count' | 'late'> & {
	readonly items: readonly WorkItem[];
	/** Some of them stand for several things. */
	readonly counted: boolean;
	readonly page: number;
	readonly pages: number;
};

export type WorkList = {
	/** Late ones first, then by the nearest deadline. */
	readonly groups: readonly WorkGroup[];
	readonly count: number;
	readonly late: number;
	/** The acts that this person began and a colleague has to finish. */
	readonly colleagues: readonly WorkItem[];
	readonly queue: WorkQueue | null;
};

/** The queue that an address asks for, and its page. */
type Asked = { readonly queue: string | null; readonly page: number };

/** The number of rows that a page of a queue shows. */
const PAGE = 25;

const sources = [
	noticeWork,
	noticeChangeWork,
	checkWork,
	sampleWork,
	controlWork,
	contestWork,
	changeWork,
	rejectionWork,
	duplicateWork,
	viewingWork,
	tenancyWork,
	listingWork,
	removalWork,
	worksWork,
	ruleSetWork,
	messageTextWork
] as const satisfies readonly ((db: Kysely<Database>, now: Instant) => Promise<Waiting[]>)[];

/**
 * What waits for `by`, by kind, and the queue of one kind. A person reads what their role can do and what they did not begin
 * themself where a second person is needed. An auditor, who only reads, sees what the office works on.
 */
export async function readWorkList(
	db: Kysely<Database>,
	by: Actor,
	now: Instant,
	asked: Asked = { queue: null, page: 1 }
): Promise<WorkList> {
	const waiting: Waiting[] = [];
	for (const source of sources) waiting.push(...(await source(db, now)));
	const mine = sorted(
		waiting.filter((one) => whose(one, by) === 'mine'),
		now
	);
	const groups = groupsOf(mine);
	return {
		groups,
		count: sum(groups, ({ count }) => count),
		late: sum(groups, ({ late }) => late),
		colleagues: sorted(
			waiting.filter((one) => whose(one, by) === 'colleagues'),
			now
		),
		queue: queueOf(mine, groups, asked)
	};
}

function whose({ kind, begunBy }: Waiting, by: Actor): 'mine' | 'colleagues' | 'others' {
	const { actors, secondPerson, page } = kindRow(kind);
	if (allows(by, 'auditor'))
		return decide(page, 'GET', new URLSearchParams(), 'auditor') === 'allowed' ? 'mine' : 'others';
	if (secondPerson && begunBy?.includes(by.id)) return 'colleagues';
	return allows(by, ...actors) ? 'mine' : 'others';
}

/** The earliest deadline first, so that late ones come first. */
const sorted = (waiting: readonly Waiting[], now: Instant): WorkItem[] =>
	waiting
		.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.about.it < b.about.it ? -1 : 1))
		.map(({ begunBy: _, ...one }) => ({ ...one, count: one.count ?? 1, late: isLate(one, now) }));

/** An hour that has passed is no delay. */
const isLate = ({ kind, due }: Waiting, now: Instant): boolean => kind !== 'viewing' && due < now;

function groupsOf(items: readonly WorkItem[]): WorkGroup[] {
	const groups = [...byKey(items, ({ kind }) => kind)].map(([kind, those]) => ({
		kind,
		count: sum(those, ({ count }) => count),
		late: sum(those, ({ late, count }) => (late ? count : 0)),
		due: those[0]!.due,
		only: those.length === 1 ? those[0]! : null
	}));
	return groups.toSorted((a, b) => Number(b.late > 0) - Number(a.late > 0));
}

function queueOf(items: readonly WorkItem[], groups: readonly WorkGroup[], asked: Asked): WorkQueue | null {
	const group = groups.find(({ kind }) => kind === asked.queue);
	if (!group) return null;
	const those = items.filter(({ kind }) => kind === group.kind);
	const pages = Math.ceil(those.length / PAGE);
	const page = Math.min(asked.page, pages);
	const { kind, count, late } = group;
	const counted = those.some((one) => one.count > 1);
	return { kind, count, late, counted, page, pages, items: those.slice((page - 1) * PAGE, page * PAGE) };
}

const sum = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((all, row) => all + of(row), 0);
