import { endOfDay } from '$lib/domain/calendar/deadline';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import type { DataKey } from '$lib/server/platform/secrets/data-key';
import { agencyApplications } from './agency-applications';
import { submittedEvent } from './application-rows';
import type { LoadDay } from './day';
import type { Home } from './homes';
import { noticeEvents, openedNotice, withHomes, type NoticeWorld, type Staff } from './notice-rows';
import type { Random } from './random';

const OPENED_DAYS_AGO = 12;
const CLOSES_IN_DAYS = 9;
const HOUSEHOLDS = 320;
/** The more the better (docs/domain-rules.md, round 3). */
const MAX_CHOICES = 10;

/** The agency's own notice, open for nine more days: restored dwellings outside the rules of public housing. */
export function openNotice(
	random: Random,
	load: LoadDay,
	staff: Staff,
	homes: readonly Home[],
	key: DataKey
): NoticeWorld {
	const notice = openedNotice(random, { ...about(load), rules: agency2026, createdBy: staff.officerId });
	const applications = agencyApplications(random, load, homes, key, {
		noticeId: notice.id,
		count: HOUSEHOLDS,
		protocolPrefix: 'DEMO-B',
		maxChoices: MAX_CHOICES,
		sent: [1 - OPENED_DAYS_AGO, -1]
	});
	return {
		...withHomes(notice, agency2026, homes, { key }),
		events: noticeEvents(random, load, notice, { daysAgo: OPENED_DAYS_AGO, by: staff.managerId, detail: null }),
		applications,
		applicationEvents: applications.map((row) => submittedEvent(random, row))
	};
}

function about({ at, day }: LoadDay) {
	return {
		code: 'AGENZIA-2',
		source: 'own' as const,
		title_it: 'Alloggi ripristinati dell’agenzia, secondo avviso',
		title_en: 'Restored dwellings of the agency, second notice',
		summary_it:
			'Alloggi appena ripristinati, fuori dalle regole dell’edilizia pubblica, a canone concordato. ' +
			'Alloggi e famiglie di questo avviso sono inventati per la dimostrazione.',
		summary_en:
			'Dwellings just restored, outside the rules of public housing, at an agreed rent. ' +
			'Dwellings and households of this notice are invented for the demonstration.',
		max_choices: MAX_CHOICES,
		offer_days: 10,
		opens_at: at(-OPENED_DAYS_AGO, '08:00'),
		closes_at: endOfDay(day(CLOSES_IN_DAYS)),
		beacon_source:
			'Estrazione pubblica dimostrativa del giorno dopo la chiusura: cinque numeri inventati, scritti da due persone'
	};
}
