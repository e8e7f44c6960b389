import type { Transaction } from 'kysely';
import { endOfDay } from '$lib/domain/calendar/deadline';
import type { Day, Instant } from '$lib/domain/calendar/instant';
import type { BeaconSource } from '$lib/domain/draw/beacon-source';
import { drandName, roundAfterClosing } from '$lib/domain/draw/drand';
import {
	judgeExtension,
	judgeTexts,
	type ExtensionProblem,
	type NoticeChange,
	type NoticeEnd,
	type NoticeTexts,
	type TextsProblem
} from '$lib/domain/notice/notice-change';
import type { Notice } from '$lib/server/notices/notices/notice';
import { amendNotice, findNotice, lockNotice } from '$lib/server/notices/notices/repository';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { closeChange, insertChange, isSealed, listChanges, type ChangeRow } from './repository';

/** The change that a person asks for; `beaconSource` names the draw that comes after the new last day, where it is a named one. */
export type AskedChange =
	| { readonly kind: 'extension'; readonly closesOn: Day; readonly beaconSource: string }
	| ({ readonly kind: 'texts' } & NoticeTexts);

type Refused<Problem extends string> = { readonly ok: false; readonly problem: Problem };
type Overtaken<Problem extends string> = Refused<Problem> & { readonly who: string; readonly at: Instant };
export type ChangeDone =
	| { readonly ok: true }
	| Refused<'not-allowed' | 'not-found' | 'imported' | 'same-person' | 'stale' | ExtensionProblem | TextsProblem>
	| Overtaken<'waits-already' | 'closed-already'>;

export type Proposal = {
	/** Made with the form, so that a second click finds the first. */
	readonly id: string;
	readonly noticeId: string;
	/** Of the notice, as the person read it. */
	readonly revision: number;
	readonly asked: AskedChange;
	readonly reason: string;
};

/**
 * Proposes a change of a published notice, with a reason that is published with it. One change of a notice waits at a time.
 */
export async function proposeChange(
	trx: Transaction<Database>,
	{ id, noticeId, revision, asked, reason }: Proposal,
	by: Actor,
	now: Instant
): Promise<ChangeDone> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	await lockNotice(trx, noticeId);
	const notice = await findNotice(trx, noticeId);
	if (!notice) return { ok: false, problem: 'not-found' };
	// The Region decides about an imported ranking.
	if (notice.source === 'imported') return { ok: false, problem: 'imported' };
	const changes = await listChanges(trx, noticeId);
	if (changes.some((one) => one.id === id)) return { ok: true };
	const waiting = changes.find(({ outcome }) => outcome === null);
	if (waiting) return { ok: false, problem: 'waits-already', who: waiting.proposer, at: waiting.proposedAt };
	if (notice.revision !== revision) return { ok: false, problem: 'stale' };
	const planned = plan(notice, asked);
	const problem = judge(notice, planned, now);
	if (problem) return { ok: false, problem };
	const { kind, before, after } = planned;
	await insertChange(trx, {
		...{ id, notice_id: noticeId, kind, reason, proposed_by: by.id, proposed_at: now },
		...{ before: JSON.stringify(before), after: JSON.stringify(after) },
		...{ outcome: null, closed_by: null, closed_at: null, told_up_to: null, told_at: null }
	});
	const subject = { type: 'notice', id: noticeId } as const;
	record(trx, { event: 'notice_change_proposed', by, subject, detail: { change: id, kind }, at: now });
	return { ok: true };
}

/** The change from what a notice says to what it would say. */
function plan(notice: Notice, asked: AskedChange): NoticeChange {
	if (asked.kind === 'texts') {
		const { kind, titleIt, titleEn, summaryIt, summaryEn } = asked;
		return { kind, before: textsOf(notice), after: { titleIt, titleEn, summaryIt, summaryEn } };
	}
	const origin = originAfter(notice.beaconOrigin, asked.closesOn);
	const beaconSource = origin.kind === 'draw' ? asked.beaconSource : drandName(origin.round);
	const beaconRound = origin.kind === 'draw' ? null : origin.round;
	return {
		kind: 'extension',
		before: endOf(notice),
		after: { closesAt: endOfDay(asked.closesOn), beaconSource, beaconRound }
	};
}

/** A round of drand that was named for the old last day could be known before the new one. */
const originAfter = (origin: BeaconSource, closesOn: Day): BeaconSource =>
	origin.kind === 'draw' ? origin : { ...origin, round: Math.max(origin.round, roundAfterClosing(closesOn)) };

const textsOf = ({ title, summary }: Notice): NoticeTexts => ({
	...{ titleIt: title.it, titleEn: title.en },
	...{ summaryIt: summary.it, summaryEn: summary.en }
});

const endOf = ({ closesAt, beaconSource, beaconOrigin }: Notice): NoticeEnd => ({
	closesAt,
	beaconSource,
	beaconRound: beaconOrigin.kind === 'drand' ? beaconOrigin.round : null
});

function judge(notice: Notice, change: NoticeChange, now: Instant) {
	if (change.kind === 'texts') return judgeTexts(notice, change, now);
	const { closesAt, beaconSource, beaconRound } = change.after;
	const origin = notice.beaconOrigin;
	const beaconOrigin = origin.kind === 'drand' ? { ...origin, round: beaconRound! } : origin;
	return judgeExtension(notice, { closesAt, beaconSource, beaconOrigin }, now);
}

/**
 * Confirms or drops the change that waits. A manager who did not propose it confirms it; whoever proposed it, and every
 * manager, can drop it. A confirmed change is in force at once; a job tells the households.
 */
export async function closeProposedChange(
	trx: Transaction<Database>,
	{ id, noticeId, outcome }: { id: string; noticeId: string; outcome: 'confirmed' | 'dropped' },
	by: Actor,
	now: Instant
): Promise<ChangeDone> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	await lockNotice(trx, noticeId);
	const notice = await findNotice(trx, noticeId);
	const found = (await listChanges(trx, noticeId)).find((one) => one.id === id);
	if (!notice || !found) return { ok: false, problem: 'not-found' };
	if (found.outcome !== null) return closedAlready(found, outcome, by);
	const mine = found.proposedBy === by.id;
	if (outcome === 'confirmed' && mine) return { ok: false, problem: 'same-person' };
	if (!allows(by, 'manager') && (outcome === 'confirmed' || !mine)) return { ok: false, problem: 'not-allowed' };
	const problem = outcome === 'confirmed' ? await stops(trx, notice, found.change, now) : null;
	if (problem) return { ok: false, problem };
	await closeChange(trx, id, { outcome, by: by.id, at: now });
	if (outcome === 'confirmed') await amendNotice(trx, noticeId, columnsOf(found.change));
	const event = outcome === 'confirmed' ? 'notice_amended' : 'notice_change_dropped';
	const detail = { change: id, kind: found.change.kind };
	record(trx, { event, by, subject: { type: 'notice', id: noticeId }, detail, at: now });
	return { ok: true };
}

/** A notice closes at an instant, and its receipts are sealed under its lock: whoever waited for that lock comes too late. */
async function stops(trx: Transaction<Database>, notice: Notice, change: NoticeChange, now: Instant) {
	if (change.kind === 'extension' && (await isSealed(trx, notice.id))) return 'not-open' as const;
	return judge(notice, change, now);
}

/** The second click of the same person finds it done. */
function closedAlready({ outcome, closedBy, closer, closedAt }: ChangeRow, asked: string, by: Actor): ChangeDone {
	if (outcome === asked && closedBy === by.id) return { ok: true };
	return { ok: false, problem: 'closed-already', who: closer ?? '', at: closedAt! };
}

function columnsOf(change: NoticeChange) {
	if (change.kind === 'texts') {
		const { titleIt, titleEn, summaryIt, summaryEn } = change.after;
		return { title_it: titleIt, title_en: titleEn, summary_it: summaryIt, summary_en: summaryEn };
	}
	const { closesAt, beaconSource, beaconRound } = change.after;
	return { closes_at: closesAt, beacon_source: beaconSource, beacon_round: beaconRound };
}
