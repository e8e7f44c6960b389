import { endOfDay } from '$lib/domain/calendar/deadline';
import { drawBeacon, keyString } from '$lib/domain/draw/public-draw';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import type { DataKey } from '$lib/server/platform/secrets/data-key';
import { agencyApplications, type Requests } from './agency-applications';
import { applicantsRequest } from './applicants-request';
import { submittedEvent } from './application-rows';
import type { LoadDay } from './day';
import type { Home } from './homes';
import { noticeEvents, openedNotice, withHomes, type NoticeWorld, type Staff } from './notice-rows';
import type { Random } from './random';

const OPENED_DAYS_AGO = 94;
const CLOSED_DAYS_AGO = 64;
const DRAWN_DAYS_AGO = 63;
const INVENTED_DRAW = [[7, 19, 34, 58, 81]];
const MAX_CHOICES = 10;

const OTHERS = {
	count: 90,
	protocolPrefix: 'DEMO-C',
	maxChoices: MAX_CHOICES,
	sent: [1 - OPENED_DAYS_AGO, -1 - CLOSED_DAYS_AGO]
} as const;

type Keys = { readonly running: DataKey; readonly applicant: DataKey };
type Owners = { readonly applicantId: string; readonly accounts: NonNullable<Requests['accounts']> };

/** The agency's first notice, closed and drawn: its homes are being given, one of them to the demo applicant. */
export function runningNotice(
	random: Random,
	load: LoadDay,
	staff: Staff,
	homes: readonly Home[],
	{ applicantId, accounts }: Owners,
	keys: Keys
): NoticeWorld {
	const proof = keyString(INVENTED_DRAW);
	const opened = openedNotice(random, { ...about(load), rules: agency2026, createdBy: staff.officerId });
	const notice = { ...opened, beacon: drawBeacon(proof) };
	const others = agencyApplications(random, load, homes, keys.running, { noticeId: notice.id, accounts, ...OTHERS });
	const asked = { noticeId: notice.id, accountId: applicantId, daysAgo: CLOSED_DAYS_AGO + 8 };
	const applications = [applicantsRequest(random, load, homes, keys.applicant, asked), ...others];
	return {
		...withHomes(notice, agency2026, homes, { key: keys.running }),
		events: [
			...noticeEvents(random, load, notice, { daysAgo: OPENED_DAYS_AGO, by: staff.managerId, detail: null }),
			drawnEvent(random, load, notice.id, staff)
		],
		beacons: [{ notice_id: notice.id, kind: 'draw', proof, beacon: notice.beacon, ...confirmedDraw(load, staff) }],
		applications,
		applicationEvents: applications.map((row) => submittedEvent(random, row))
	};
}

/** The draw, entered by one person and confirmed by another five minutes later. */
const drawnAt = ({ at }: LoadDay) => at(-DRAWN_DAYS_AGO, '12:05');

const drawnEvent = (random: Random, load: LoadDay, noticeId: string, { managerId }: Staff) => ({
	id: random.id(drawnAt(load)),
	notice_id: noticeId,
	event: 'beacon_recorded' as const,
	at: drawnAt(load),
	account_id: managerId,
	detail: null
});

const confirmedDraw = (load: LoadDay, { officerId, managerId }: Staff) => ({
	entered_by: officerId,
	entered_at: load.at(-DRAWN_DAYS_AGO, '12:00'),
	confirmed_by: managerId,
	confirmed_at: drawnAt(load)
});

function about({ at, day }: LoadDay) {
	return {
		code: 'AGENZIA-1',
		source: 'own' as const,
		title_it: 'Alloggi ripristinati dell’agenzia, primo avviso',
		title_en: 'Restored dwellings of the agency, first notice',
		summary_it:
			'Undici alloggi ripristinati, fuori dalle regole dell’edilizia pubblica: le proposte sono in corso. ' +
			'Alloggi e famiglie di questo avviso sono inventati per la dimostrazione.',
		summary_en:
			'Eleven restored dwellings, outside the rules of public housing: offers are being made. ' +
			'Dwellings and households of this notice are invented for the demonstration.',
		max_choices: MAX_CHOICES,
		offer_days: 10,
		opens_at: at(-OPENED_DAYS_AGO, '08:00'),
		closes_at: endOfDay(day(-CLOSED_DAYS_AGO)),
		beacon_source:
			'Estrazione pubblica dimostrativa del giorno dopo la chiusura: cinque numeri inventati, scritti da due persone'
	};
}
