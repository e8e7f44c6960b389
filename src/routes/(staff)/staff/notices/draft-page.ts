import { dayOf } from '$lib/domain/calendar/deadline';
import type { NoticeDraft, NoticeDwelling, NoticeWithPhase } from '$lib/server/notices/notices/notice';

export type DraftPage = {
	readonly free: readonly Pick<NoticeDwelling, 'id' | 'code' | 'address' | 'netAreaDm2' | 'measures' | 'owner'>[];
};

/** A saved draft as values of its form. */
export function draftValues(notice: NoticeWithPhase, dwellingIds: string[]): Record<string, string | string[]> {
	const origin = notice.beaconOrigin;
	return {
		titleIt: notice.title.it,
		titleEn: notice.title.en,
		summaryIt: notice.summary.it,
		summaryEn: notice.summary.en,
		ruleSetId: notice.rules.id,
		opensOn: dayOf(notice.opensAt),
		closesOn: dayOf(notice.closesAt),
		maxChoices: String(notice.maxChoices),
		offerDays: String(notice.offerDays),
		beaconKind: origin.kind,
		beaconSource: origin.kind === 'draw' ? notice.beaconSource : '',
		drandRound: origin.kind === 'drand' ? String(origin.round) : '',
		dwellingIds
	};
}

/** A draft that a form gives, as values of that form once it is saved. */
export function valuesOfDraft({ beaconOrigin: origin, ...draft }: NoticeDraft): Record<string, string | string[]> {
	return {
		...draft,
		dwellingIds: [...draft.dwellingIds],
		maxChoices: String(draft.maxChoices),
		offerDays: String(draft.offerDays),
		beaconKind: origin.kind,
		beaconSource: origin.kind === 'draw' ? draft.beaconSource : '',
		drandRound: origin.kind === 'drand' ? String(origin.round) : ''
	};
}
