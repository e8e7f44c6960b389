import ICAL from 'ical.js';
import type { Kysely } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { noticePhase } from '$lib/domain/notice/phase';
import { m } from '$lib/paraglide/messages';
import { localizeHref, type Locale } from '$lib/paraglide/runtime';
import { config } from '$lib/server/config';
import type { Database } from '$lib/server/schema';
import { formatDeadline } from '$lib/words/format';
import type { Notice } from './notice';
import { findNotice } from './repository';

/**
 * The first and the last day of a notice as a file for calendars (RFC 5545). An event keeps its name when the notice changes, and takes a
 * higher number, so that a calendar that reads the file again moves it. Null where the public sees no such notice.
 */
export async function readCalendar(
	db: Kysely<Database>,
	id: string,
	locale: Locale,
	now: Instant
): Promise<string | null> {
	const notice = await findNotice(db, id);
	if (!notice) return null;
	const phase = noticePhase(notice, now);
	if (phase === 'draft' || phase === 'withdrawn') return null;
	const calendar = new ICAL.Component('vcalendar');
	calendar.updatePropertyWithValue('version', '2.0');
	calendar.updatePropertyWithValue('prodid', '-//Chiavi//Avvisi//IT');
	for (const event of ['opens', 'closes'] as const) calendar.addSubcomponent(eventOf(event, notice, locale, now));
	return `${calendar.toString()}\r\n`;
}

function eventOf(which: 'opens' | 'closes', notice: Notice, locale: Locale, now: Instant): ICAL.Component {
	const at = which === 'opens' ? notice.opensAt : notice.closesAt;
	const title = which === 'opens' ? m.notice_calendar_opens : m.notice_calendar_closes;
	const page = config().origin + localizeHref(`/notices/${notice.id}`, { locale });
	const event = new ICAL.Event(new ICAL.Component('vevent'));
	event.uid = `${notice.id}-${which}@${new URL(config().origin).hostname}`;
	event.summary = title({ notice: notice.title[locale] }, { locale });
	event.description = `${m.notice_calendar_until({ deadline: formatDeadline(notice.closesAt, locale) }, { locale })}\n${page}`;
	// A day without an hour: the same in every time zone.
	event.startDate = ICAL.Time.fromDateString(dayOf(at));
	event.sequence = notice.revision;
	const { component } = event;
	component.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(new Date(now), true));
	component.updatePropertyWithValue('url', page);
	component.updatePropertyWithValue('transp', 'TRANSPARENT');
	return component;
}
