import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { HiddenCount } from '$lib/domain/allocation/set-aside-rule';
import { noticePhase, type NoticePhase } from '$lib/domain/notice/phase';
import { ownCounts } from '$lib/domain/notice/set-aside-plan';
import { shownSetAside } from '$lib/domain/notice/shown-set-asides';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { findEntry } from './beacon-repository';
import { choiceCounts } from './choice-counts';
import { countChoicesAt } from './choices-at-closing';
import { listFreeDwellings, listLeft, listNoticeDwellings, listOwners } from './dwelling-repository';
import type { Notice, NoticeDwelling, NoticeInList, NoticeWithPhase } from './notice';
import { countApplications, countDwellings, findNotice, listEvents, listNotices, readPlanFile } from './repository';

const PAGE = 40;

/** Notices that anybody may see: published ones, those still to come included. */
export async function publishedNotices(db: Kysely<Database>, now: Instant): Promise<NoticeInList[]> {
	return (await everyNotice(db, now)).filter(({ phase }) => phase !== 'draft' && phase !== 'withdrawn');
}

/** Every notice, for staff; drafts included, but those that were discarded. */
export async function everyNotice(db: Kysely<Database>, now: Instant): Promise<NoticeInList[]> {
	const notices = (await listNotices(db)).filter(
		({ openedAt, withdrawnAt }) => openedAt !== null || withdrawnAt === null
	);
	return notices.map((notice) => ({ ...notice, phase: noticePhase(notice, now) }));
}

export type DwellingWithCount = NoticeDwelling & { readonly applications: number };

export type NoticePage = {
	readonly notice: NoticeWithPhase;
	readonly dwellings: readonly DwellingWithCount[];
	readonly dwellingCount: number;
	readonly applications: number;
	readonly proof: BeaconProof | null;
	/** Dwellings set aside for sensitive categories, by owner and size: how many, never which. */
	readonly hidden: readonly OwnersCount[];
	/** Dwellings that left the notice since it was published, and when. */
	readonly left: Awaited<ReturnType<typeof listLeft>>;
	readonly page: number;
	readonly pages: number;
};

/** A notice with one page of its dwellings and how many requests list each. Undefined for a draft, unless `by` is staff. */
export async function readNotice(
	db: Kysely<Database>,
	input: { readonly id: string; readonly page: number },
	by: Actor | null,
	now: Instant
): Promise<NoticePage | undefined> {
	const notice = await findNotice(db, input.id);
	if (!notice) return undefined;
	const phase = noticePhase(notice, now);
	if ((phase === 'draft' || phase === 'withdrawn') && !(by && allows(by, 'officer', 'manager'))) return undefined;
	const dwellingCount = await countDwellings(db, notice.id);
	const pages = Math.max(1, Math.ceil(dwellingCount / PAGE));
	const page = Math.min(Math.max(1, input.page), pages);
	const [dwellings, counts, applications] = [
		await listNoticeDwellings(db, notice.id, { page, size: PAGE }),
		await countsOf(db, notice, phase),
		await countApplications(db, notice.id)
	];
	return {
		notice: { ...notice, phase },
		dwellings: dwellings.map((dwelling) => shown(dwelling, notice.rules, counts)),
		hidden: await hiddenSetAsides(db, notice.id),
		dwellingCount,
		applications,
		proof: proofOf(notice, await findEntry(db, notice.id)),
		left: phase === 'draft' ? [] : await listLeft(db, notice.id),
		page,
		pages
	};
}

/** How many requests list each dwelling. After closing the count stays: a later one would tell what a household that left listed. */
async function countsOf(
	db: Kysely<Database>,
	{ id, closesAt }: Notice,
	phase: NoticePhase
): Promise<ReadonlyMap<string, number>> {
	return phase === 'closed' ? new Map(Object.entries(await countChoicesAt(db, id, closesAt))) : choiceCounts(db, id);
}

const masked = (dwelling: NoticeDwelling, rules: RuleSet): NoticeDwelling => {
	return { ...dwelling, setAside: shownSetAside(dwelling.setAside, rules) };
};

/** A dwelling as the page of its notice shows it. */
function shown(dwelling: NoticeDwelling, rules: RuleSet, counts: ReadonlyMap<string, number>): DwellingWithCount {
	return { ...masked(dwelling, rules), applications: counts.get(dwelling.id) ?? 0 };
}

/** The plan of a notice's set-asides, as published at its opening; null for a notice that nobody may see, or without one. */
export async function readSetAsidePlan(db: Kysely<Database>, id: string, now: Instant): Promise<string | null> {
	const notice = await findNotice(db, id);
	const phase = notice && noticePhase(notice, now);
	return !phase || phase === 'draft' || phase === 'withdrawn' ? null : readPlanFile(db, id);
}

export type OwnersCount = HiddenCount & { readonly owner: string };

async function hiddenSetAsides(db: Kysely<Database>, noticeId: string): Promise<OwnersCount[]> {
	const text = await readPlanFile(db, noticeId);
	const counts = text === null ? [] : ownCounts(text);
	const owners = counts.length === 0 ? new Map<string, string>() : await listOwners(db, noticeId);
	return counts.map((count) => ({ ...count, owner: owners.get(count.list) ?? count.list }));
}

/** The proof of a notice's public number, once it is recorded. */
export type BeaconProof = {
	readonly proof: string;
	readonly first: string | null;
	readonly second: string | null;
};

/** Numbers that wait for a second person, who does not see them. */
export type WaitingDraw = {
	readonly by: string;
	readonly at: Instant;
	/** To the first person only. */
	readonly numbers: string | null;
};

/**
 * The facts about a notice for the staff, besides its page: who did what, and, of a draft, the dwellings it could have.
 */
export async function readNoticeForStaff(db: Kysely<Database>, id: string, by: Actor, now: Instant) {
	const notice = await findNotice(db, id);
	if (!notice) return undefined;
	const chosen = await listNoticeDwellings(db, id);
	const entry = await findEntry(db, id);
	const waiting: WaitingDraw | null =
		entry && notice.beacon === null
			? {
					by: entry.enteredByName ?? '—',
					at: entry.enteredAt,
					numbers: entry.enteredBy === by.id ? entry.proof : null
				}
			: null;
	const free = notice.openedAt === null ? await listFreeDwellings(db, id) : [];
	return {
		notice: { ...notice, phase: noticePhase(notice, now) },
		proof: proofOf(notice, entry),
		waiting,
		events: await listEvents(db, id),
		// An auditor reads which homes are set aside once they open the ranking, with a reason.
		chosen: by.role === 'auditor' ? chosen.map((home) => masked(home, notice.rules)) : chosen,
		free,
		applications: await countApplications(db, id)
	};
}

function proofOf(notice: Notice, entry: Awaited<ReturnType<typeof findEntry>>): BeaconProof | null {
	if (notice.beacon === null || !entry) return null;
	return { proof: entry.proof, first: entry.enteredByName, second: entry.confirmedByName };
}

/** Dwellings that a new notice could have. */
export async function dwellingsForNotice(db: Kysely<Database>): Promise<NoticeDwelling[]> {
	return listFreeDwellings(db, null);
}
