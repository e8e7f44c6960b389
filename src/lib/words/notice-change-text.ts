import { changedTexts, type NoticeChange, type NoticeTexts } from '$lib/domain/notice/notice-change';
import { m } from '$lib/paraglide/messages';
import { formatDeadline } from './format';

const textLabels: Readonly<Record<keyof NoticeTexts, () => string>> = {
	titleIt: m.staff_notice_title_it,
	titleEn: m.staff_notice_title_en,
	summaryIt: m.staff_notice_summary_it,
	summaryEn: m.staff_notice_summary_en
};

/** One thing of a notice that changed: what it was, and what it is. */
export type ChangedLine = { readonly label: string; readonly before: string; readonly after: string };

/** A change in one line, and each thing that it changed. */
export function changeText(change: NoticeChange): { title: string; lines: ChangedLine[] } {
	if (change.kind === 'texts') {
		const { before, after } = change;
		const lines = changedTexts(before, after).map((name) => ({
			...{ label: textLabels[name](), before: before[name], after: after[name] }
		}));
		return { title: m.notice_change_texts(), lines };
	}
	const { before, after } = change;
	const closes = { before: formatDeadline(before.closesAt), after: formatDeadline(after.closesAt) };
	const draw = { before: before.beaconSource, after: after.beaconSource };
	return {
		title: m.notice_change_extension({ deadline: closes.after }),
		lines: [
			{ label: m.notice_date_closes(), ...closes },
			...(draw.before === draw.after ? [] : [{ label: m.notice_draw(), ...draw }])
		]
	};
}
