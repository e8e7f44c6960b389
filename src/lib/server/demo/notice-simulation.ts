import { createHash } from 'node:crypto';
import { endOfDay } from '$lib/domain/calendar/deadline';
import { sap2019 } from '$lib/domain/ruleset/sets/sap-2019';
import type { DataKey } from '$lib/server/platform/secrets/data-key';
import published from './data/notice-2020.json';
import { adequatePools } from './adequate-pools';
import { applicationRow, submittedEvent } from './application-rows';
import type { LoadDay } from './day';
import { someHealthFacts } from './health-facts';
import { aSyntheticHousehold } from './households';
import type { Homes } from './homes';
import { noticeEvents, openedNotice, withHomes, type NoticeWorld, type Staff } from './notice-rows';
import type { Organisations } from './organisations';
import type { Random } from './random';
import { choicesOf } from './simulation-choices';
import { simulationDwellings, type SimulationOwner } from './simulation-dwellings';

const OWNERS: readonly SimulationOwner[] = ['comune', 'aler'];
const OPENED_DAYS_AGO = 45;

/** Stands for a number drawn in public before the opening. In this demo everybody knows it, as they know the seed. */
const EARLIER_NUMBER = createHash('sha256').update('chiavi-demo: estrazione precedente, inventata').digest('hex');

/** The notice of 2020 as a simulation: its published totals, invented households and flats; closed yesterday. */
export function simulationNotice(
	random: Random,
	load: LoadDay,
	bodies: Organisations,
	staff: Staff,
	key: DataKey
): NoticeWorld & { readonly homes: Homes } {
	const notice = openedNotice(random, { ...about(load), rules: sap2019, createdBy: staff.officerId });
	const lists = OWNERS.map((owner) => ({ owner, ...simulationDwellings(random, load, owner, bodies[owner].id) }));
	const shares = OWNERS.map((owner) => {
		const { indigentShare } = published.dwellings[owner];
		const list = bodies[owner].id;
		return { category: 'indigent', list, share: indigentShare * 10_000, rounding: 'up', hidden: true } as const;
	});
	const allHomes = lists.flatMap(({ homes }) => homes);
	const setAsides = { earlierNumber: EARLIER_NUMBER, shares, key };
	const applications = simulationApplications(random, load, lists, notice.id, key);
	const detail = JSON.stringify({ setAsidePublicNumber: EARLIER_NUMBER });
	return {
		...withHomes(notice, sap2019, allHomes, setAsides),
		events: noticeEvents(random, load, notice, { daysAgo: OPENED_DAYS_AGO, by: staff.managerId, detail }),
		applications,
		applicationEvents: applications.map((row) => submittedEvent(random, row)),
		homes: {
			buildings: [...new Set(allHomes.map(({ building }) => building))],
			dwellings: allHomes.map(({ dwelling }) => dwelling),
			events: []
		}
	};
}

type OwnersList = { readonly owner: SimulationOwner } & ReturnType<typeof simulationDwellings>;

function simulationApplications(
	random: Random,
	load: LoadDay,
	lists: readonly OwnersList[],
	noticeId: string,
	key: DataKey
) {
	const pools = Object.fromEntries(
		lists.map(({ owner, homes, accessible }) => {
			const dwellings = homes.map(({ dwelling }) => dwelling);
			return [owner, adequatePools(random, sap2019, dwellings, accessible)];
		})
	) as Record<SimulationOwner, ReturnType<typeof adequatePools>>;
	return ownersWanted(random).map((owners, index) => {
		const household = aSyntheticHousehold(random, load, sap2019.eligibility.isee!.value.maxCents);
		const health = someHealthFacts(random, load, household);
		return applicationRow(random, key, {
			noticeId,
			accountId: null,
			protocol: `SIM-2020-${String(index + 1).padStart(6, '0')}`,
			household,
			health,
			choices: choicesOf(random, pools, owners, household.members.length, health),
			submittedAt: load.during(-random.integer(2, OPENED_DAYS_AGO - 1), random.integer(0, 540))
		});
	});
}

/** The owners whose dwellings each household asks for, as often as published. */
function ownersWanted(random: Random): (readonly SimulationOwner[])[] {
	const { onlyComune, onlyAler, both } = published.applications;
	return random.shuffled<readonly SimulationOwner[]>([
		...Array.from({ length: onlyComune }, () => ['comune'] as const),
		...Array.from({ length: onlyAler }, () => ['aler'] as const),
		...Array.from({ length: both }, () => OWNERS)
	]);
}

function about({ at, day }: LoadDay) {
	return {
		code: 'SIM-2020',
		source: 'imported' as const,
		title_it: 'Simulazione dell’avviso di edilizia pubblica del 2020',
		title_en: 'Simulation of the public-housing notice of 2020',
		summary_it:
			'I totali sono quelli pubblicati per l’avviso di Milano del 2020: 560 alloggi di due proprietà e 14.901 famiglie. ' +
			'Famiglie e alloggi sono inventati. Per legge queste domande si presentano solo sulla piattaforma della Regione.',
		summary_en:
			'The totals are those published for Milan’s notice of 2020: 560 dwellings of two owners and 14,901 households. ' +
			'Households and dwellings are invented. By law these requests go to the Region’s platform only.',
		max_choices: published.maxChoices,
		offer_days: 10,
		opens_at: at(-OPENED_DAYS_AGO, '08:00'),
		closes_at: endOfDay(day(-1)),
		beacon_source:
			'Estrazione pubblica dimostrativa del giorno dopo la chiusura: cinque numeri inventati, scritti da due persone'
	};
}
