import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { noticePhase, type NoticePhase } from '$lib/domain/notice/phase';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { findEntry } from './beacon-repository';
import { countHidden, shownSetAside, type HiddenSetAside } from '$lib/domain/notice/shown-set-asides';
import { choiceCounts } from './choice-counts';
import { countChoicesAt } from './choices-at-closing';
import { listFreeDwellings, listNoticeDwellings } from './dwelling-repository';
import type { Notice, NoticeDwelling, NoticeInList, NoticeWithPhase } from './notice';
import { countApplications, countDwellings, findNotice, listEvents, listNotices } from './repository';

const PAGE = 40;

/** Notices that anybody may see: published ones, those still to come included. */
export async function publishedNotices(db: Kysely<Database>, now: Instant): Promise<NoticeInList[]> {
	return (await everyNotice(db, now)).filter(({ phase }) => phase !== 'draft' && phase !== 'withdrawn');
}

/** Every notice, for staff; drafts included. */
export async function everyNotice(db: Kysely<Database>, now: Instant): Promise<NoticeInList[]> {
	return (await listNotices(db)).map((notice) => ({ ...notice, phase: noticePhase(notice, now) }));
}

export type DwellingWithCount = NoticeDwelling & { readonly applications: number };

export type NoticePage = {
	readonly notice: NoticeWithPhase;
	readonly dwellings: readonly DwellingWithCount[];
	readonly dwellingCount: number;
	readonly applications: number;
	readonly proof: BeaconProof | null;
	/** Dwellings set aside for sensitive categories, by owner: how many, never which. */
	readonly hidden: readonly HiddenSetAside[];
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
	const staff = by !== null && allows(by, 'officer', 'manager');
	if ((phase === 'draft' || phase === 'withdrawn') && !staff) return undefined;
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
		hidden: await hiddenSetAsides(db, notice),
		dwellingCount,
		applications,
		proof: proofOf(notice, await findEntry(db, notice.id)),
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

/** A dwelling as the page of its notice shows it. */
function shown(dwelling: NoticeDwelling, rules: RuleSet, counts: ReadonlyMap<string, number>): DwellingWithCount {
	return { ...dwelling, setAside: shownSetAside(dwelling, rules), applications: counts.get(dwelling.id) ?? 0 };
}

async function hiddenSetAsides(db: Kysely<Database>, { id, rules }: Notice): Promise<HiddenSetAside[]> {
	return countHidden(await listNoticeDwellings(db, id), rules);
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
		chosen,
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
