import { addYears } from '../calendar/deadline';
import type { Day } from '../calendar/instant';
import { doubtsOf, unanswered, type Doubt, type Found, type Rule } from './doubt';
import { closing } from './limits';

type NoticeDays = { readonly opensOn: Day; readonly closesOn: Day };

const far = <Id extends string>(
	id: Id,
	field: keyof NoticeDays,
	is: (days: NoticeDays, today: Day) => boolean
): Rule<Id, NoticeDays> => ({
	id,
	level: 'ask',
	stops: true,
	fields: [field],
	source: closing.source,
	find: (days, today): Found[] => (is(days, today) ? [{ values: { day: days[field] } }] : [])
});

const noticeRules = [
	far('opens-far', 'opensOn', ({ opensOn }, today) => opensOn > addYears(today, closing.years)),
	far('opened-long-ago', 'opensOn', ({ opensOn }, today) => opensOn < addYears(today, -1)),
	far('closes-far', 'closesOn', ({ closesOn }, today) => closesOn > addYears(today, closing.years))
] as const;

export type NoticeRule = (typeof noticeRules)[number]['id'];

/** What is doubtful in the days of a notice, without what somebody said to be right (`sure`). */
export const noticeDoubts = (days: NoticeDays, today: Day, sure: readonly string[]): Doubt<NoticeRule>[] =>
	unanswered(doubtsOf<NoticeRule, NoticeDays>(noticeRules, days, today), sure);
