import { endOfDay } from '$lib/domain/calendar/deadline';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import type { ApplicationsTable } from '$lib/server/applications/table';
import type { DataKey } from '$lib/server/secrets/data-key';
import { adequatePools } from './adequate-pools';
import { applicationRow, submittedEvent } from './application-rows';
import type { LoadDay } from './day';
import { someHealthFacts } from './health-facts';
import { aSyntheticHousehold } from './households';
import { noticeEvents, openedNotice, type NoticeWorld } from './notice-rows';
import { draw } from './popularity';
import type { Random } from './random';
import type { Home } from './homes';
import { setAsideLabels } from './set-aside-labels';

const OPENED_DAYS_AGO = 12;
const CLOSES_IN_DAYS = 9;
const HOUSEHOLDS = 320;
/** The more the better (allocation.md): ten, and whoever lists more than ten adequate ones hardly exists here. */
const MAX_CHOICES = 10;

/** The agency's own notice, open for nine more days: restored dwellings outside the rules of public housing. */
export function openNotice(
	random: Random,
	load: LoadDay,
	staff: { readonly officerId: string; readonly managerId: string },
	homes: readonly Home[],
	accessible: ReadonlySet<string>,
	key: DataKey
): NoticeWorld {
	const notice = openedNotice(random, { ...about(load), rules: agency2026, createdBy: staff.officerId });
	const labels = setAsideLabels({ notice: notice.code, name: 'agenzia', publicNumber: '00' }, homes, accessible, 0);
	const dwellings = homes.map(({ dwelling }) => dwelling);
	const pools = adequatePools(random, agency2026, dwellings, accessible);
	const applications: ApplicationsTable[] = [];
	while (applications.length < HOUSEHOLDS) {
		const household = aSyntheticHousehold(random, load, agency2026.eligibility.isee!.value.maxCents);
		const health = someHealthFacts(random, load, household);
		const pool = pools.of(household.members.length);
		const choices = draw(random, pool, random.integer(1, MAX_CHOICES));
		// No dwelling of this notice suits so many persons: such a household has nothing to ask for.
		if (choices.length === 0) continue;
		const submittedAt = load.during(-random.integer(1, OPENED_DAYS_AGO - 1), random.integer(0, 540));
		const protocol = `DEMO-A-${String(applications.length + 1).padStart(5, '0')}`;
		applications.push(
			applicationRow(random, key, {
				noticeId: notice.id,
				accountId: null,
				protocol,
				household,
				health,
				choices,
				submittedAt
			})
		);
	}
	return {
		notice,
		events: noticeEvents(random, load, notice, { daysAgo: OPENED_DAYS_AGO, by: staff.managerId, detail: null }),
		dwellings: dwellings.map(({ id }) => ({
			notice_id: notice.id,
			dwelling_id: id,
			list: 'agenzia',
			set_aside: JSON.stringify(labels.get(id) ?? []),
			exclusive: 0,
			released_at: null
		})),
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
		beacon_source: 'drand quicknet, primo numero pubblicato dopo le 12:00 del giorno che segue la chiusura'
	};
}
