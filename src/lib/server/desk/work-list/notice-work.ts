import type { Kysely } from 'kysely';
import { isPast } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { noticePhase } from '$lib/domain/notice/phase';
import { procedureOf } from '$lib/domain/rounds/procedure';
import { roundDates } from '$lib/domain/rounds/round-kind';
import { storedSummary } from '$lib/server/allocation/rounds/stored-summary';
import type { Database } from '$lib/server/schema';
import { officeTerm, type WorkKind } from './kinds';
import * as repository from './notice-repository';
import type { Waiting } from './waiting';

type Notice = Awaited<ReturnType<typeof repository.listNoticeStages>>[number];
type Round = Awaited<ReturnType<typeof repository.listNewestRounds>>[number];
type Offers = Awaited<ReturnType<typeof repository.listOfferStages>>[number];
type Served = Awaited<ReturnType<typeof repository.countServed>>[number];
/** The newest version, and what became of its offers; none were made where it says nothing. */
type Version = Round & { readonly offers: Offers | undefined; readonly served: Served | undefined };
type Task = Pick<Waiting, 'kind' | 'due'> & Partial<Pick<Waiting, 'count' | 'begunBy' | 'waitsFor'>>;

/** The tasks from the draft of a notice to the answers to its offers. */
export async function noticeWork(db: Kysely<Database>, now: Instant): Promise<Waiting[]> {
	const notices = await repository.listNoticeStages(db);
	const rounds = await repository.listNewestRounds(db);
	const offers = new Map((await repository.listOfferStages(db, now)).map((one) => [one.noticeId, one]));
	const served = new Map((await repository.countServed(db)).map((one) => [one.noticeId, one]));
	const versions = new Map(
		rounds.map((round): [string, Version] => {
			const { noticeId } = round;
			return [noticeId, { ...round, offers: offers.get(noticeId), served: served.get(noticeId) }];
		})
	);
	return notices.flatMap((notice) => {
		const tasks = tasksOf(notice, versions.get(notice.id), now);
		return tasks.map((task) => ({ ...task, about: notice.title, ...onPage(task.kind, notice.id) }));
	});
}

/** The parameters of the page, which are named as its route names them. */
function onPage(kind: WorkKind, notice: string): Pick<Waiting, 'params' | 'search'> {
	if (kind === 'make-offers' || kind === 'await-answers') return { params: {}, search: { notice } };
	const ofNotice = kind === 'open-notice' || kind === 'record-beacon' || kind === 'confirm-draw';
	return { params: ofNotice ? { id: notice } : { notice } };
}

function tasksOf(notice: Notice, round: Version | undefined, now: Instant): Task[] {
	const phase = noticePhase(notice, now);
	if (phase === 'draft') return [{ kind: 'open-notice', due: notice.opensAt, begunBy: persons(notice.createdBy) }];
	if (phase !== 'closed') return [];
	const due = dueOfVersion(notice, round);
	if (!notice.beacon && notice.enteredBy === null) return [{ kind: 'record-beacon', due }];
	if (!notice.beacon) return [{ kind: 'confirm-draw', due, begunBy: persons(notice.enteredBy) }];
	if (!round) return [{ kind: 'prepare-round', due }];
	// A home left the notice since: such a version can be neither approved nor published.
	if (!round.publishedAt && round.homeLeftAt) return [{ kind: 'prepare-round', due }];
	if (!round.approvedAt) return [{ kind: 'approve-round', due, begunBy: persons(round.preparedBy) }];
	if (!round.publishedAt) return [{ kind: 'publish-round', due }];
	if (round.kind !== 'final') return isPast(correctionsOf(notice, round), now) ? [{ kind: 'prepare-round', due }] : [];
	return afterFinal(round, round.publishedAt);
}

const persons = (account: string | null): string[] => (account === null ? [] : [account]);

function afterFinal(round: Version, publishedAt: Instant): Task[] {
	const tasks: Task[] = [];
	const { firstNotTaken, nearest, open } = round.offers ?? {};
	const [first] = [firstNotTaken, round.firstEndedAt, round.homeLeftAt].filter(isThere).toSorted();
	if (first) tasks.push({ kind: 'next-version', due: officeTerm('next-version', first) });
	if (toOffer(round)) tasks.push({ kind: 'make-offers', due: officeTerm('make-offers', publishedAt) });
	if (nearest) tasks.push({ kind: 'await-answers', due: nearest, count: Number(open), waitsFor: 'household' });
	return tasks;
}

const isThere = (at: Instant | null | undefined): at is Instant => at !== null && at !== undefined;

/**
 * Whether homes of this version were not offered yet. The file of the round is sealed, so its summary is counted: as many
 * households as it assigned have or had an offer since, and as many as it moved were offered their other home. It may say
 * yes for a household that left meanwhile; the next version, which waits then too, settles it.
 */
function toOffer({ summary, served }: Version): boolean {
	const { assigned, changes } = storedSummary(summary);
	return assigned > Number(served?.served ?? 0) || (changes?.moved ?? 0) > Number(served?.moved ?? 0);
}

/** When the version that waits is due: by the procedure of the notice, and after the first final one by the office's days. */
function dueOfVersion(notice: Notice, round: Round | undefined): Instant {
	const dates = datesOf(notice, round);
	if (!round) return dates.provisionalDue;
	if (round.firstFinalAt) return officeTerm('next-version', round.preparedAt);
	const corrected = round.kind !== 'final' && round.publishedAt === null;
	return corrected ? (dates.correctionsUntil ?? dates.provisionalDue) : (dates.finalDue ?? dates.provisionalDue);
}

const correctionsOf = (notice: Notice, round: Round): Instant => datesOf(notice, round).correctionsUntil!;

function datesOf({ rules, closesAt }: Notice, round: Round | undefined) {
	const first = round?.firstProvisionalAt;
	const published = first ? [{ kind: 'provisional' as const, publishedAt: first }] : [];
	return roundDates(closesAt, published, procedureOf(rules).value);
}
