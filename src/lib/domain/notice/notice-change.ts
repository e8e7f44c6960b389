import type { Instant } from '../calendar/instant';
import { comesAfter, type BeaconSource } from '../draw/beacon-source';
import { noticePhase, type NoticeFacts } from './phase';

/** Two things can change in a published notice: its last day, which only moves later, and an error in its texts. */
export const noticeChangeKinds = ['extension', 'texts'] as const;
export type NoticeChangeKind = (typeof noticeChangeKinds)[number];

/** The end of a notice, and the draw that follows it. */
export type NoticeEnd = {
	/** The last instant at which a request is accepted. */
	readonly closesAt: Instant;
	/** In words. */
	readonly beaconSource: string;
	/** The round of drand; null for a named draw. */
	readonly beaconRound: number | null;
};

/** The texts of a notice, in both languages. */
export type NoticeTexts = {
	readonly titleIt: string;
	readonly titleEn: string;
	readonly summaryIt: string;
	readonly summaryEn: string;
};

/** A change of a notice: the values before and after it. */
export type NoticeChange =
	| { readonly kind: 'extension'; readonly before: NoticeEnd; readonly after: NoticeEnd }
	| { readonly kind: 'texts'; readonly before: NoticeTexts; readonly after: NoticeTexts };

export type ExtensionProblem = 'not-open' | 'not-later' | 'draw-without-name' | 'beacon-too-early';
export type TextsProblem = 'not-published' | 'nothing-changed';

type Open = NoticeFacts & { readonly beaconOrigin: BeaconSource };

/**
 * Why a notice cannot close at `closesAt`, the end of a later day; null where it can. A notice that has closed is never opened again:
 * its receipts are sealed and its number may be drawn. The number must still come after the new last day.
 */
export function judgeExtension(
	notice: Open,
	asked: { readonly closesAt: Instant; readonly beaconSource: string; readonly beaconOrigin: BeaconSource },
	now: Instant
): ExtensionProblem | null {
	const phase = noticePhase(notice, now);
	if (phase !== 'open' && phase !== 'scheduled') return 'not-open';
	if (asked.closesAt <= notice.closesAt) return 'not-later';
	if (asked.beaconSource === '') return 'draw-without-name';
	return comesAfter(asked.beaconOrigin, asked.closesAt) ? null : 'beacon-too-early';
}

/** Why the texts of a notice cannot be corrected; null where they can. A draft is changed without it. */
export function judgeTexts(
	notice: NoticeFacts,
	{ before, after }: { readonly before: NoticeTexts; readonly after: NoticeTexts },
	now: Instant
): TextsProblem | null {
	const phase = noticePhase(notice, now);
	if (phase === 'draft' || phase === 'withdrawn') return 'not-published';
	return changedTexts(before, after).length === 0 ? 'nothing-changed' : null;
}

const textNames = ['titleIt', 'titleEn', 'summaryIt', 'summaryEn'] as const satisfies readonly (keyof NoticeTexts)[];

/** The texts that differ. */
export const changedTexts = (before: NoticeTexts, after: NoticeTexts): (keyof NoticeTexts)[] =>
	textNames.filter((name) => before[name] !== after[name]);
