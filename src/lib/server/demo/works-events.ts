import type { Insertable } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import type { WorkEvent } from '$lib/domain/programme/work';
import type { DwellingsTable } from '$lib/server/homes/dwellings/table';
import type { CertificatesTable, WorkEventsTable, WorksTable } from '$lib/server/homes/works/table';
import type { LoadDay } from './day';
import type { Homes } from './homes';
import type { Random } from './random';

/**
 * How far the works of a dwelling are, from the first to the last. `proposed`: the certificate waits for a second person.
 * `voided`: it was confirmed, was wrong and was voided, so the works are done and not certified. `void_proposed`: it
 * counts until a second person voids it.
 */
export const stages = [
	'identified',
	'planned',
	'started',
	'suspended',
	'done',
	'proposed',
	'voided',
	'void_proposed',
	'certified'
] as const;
export type Stage = (typeof stages)[number];

/** Days before today of each step, for the dwelling that went fastest. */
const DAYS_AGO = { identified: 360, planned: 290, started: 210, suspended: 150, done: 110, certified: 90, voided: 40 };

/** The two persons who sign an act; both are accounts of the demo. */
export type Signers = { readonly officerId: string; readonly managerId: string };

type When = (step: keyof typeof DAYS_AGO) => Instant;

const SOURCE = 'Dati inventati per la dimostrazione';

/** What happened to one dwelling up to `reached`, each step on a day before the next. */
export function worksOf(
	random: Random,
	{ at }: LoadDay,
	dwelling: DwellingsTable,
	reached: Stage,
	signers: Signers
): Omit<Homes, 'buildings' | 'dwellings'> {
	const later = random.integer(0, 18);
	const when: When = (step) => at(later - DAYS_AGO[step], '09:30');
	const recorded = (step: keyof typeof DAYS_AGO) => ({
		id: random.id(when(step)),
		at: when(step),
		account_id: signers.officerId
	});
	const identified = {
		...{ ...recorded('identified'), dwelling_id: dwelling.id, event: 'identified' as const },
		...{ document: null, signed_by: null, source: SOURCE }
	};
	const happened = eventsUpTo(reached);
	if (happened.length === 0) return { events: [identified] };
	const work = workOf(random.id(when('planned')), dwelling, when);
	const workEvents = happened.map((event): WorkEventsTable => {
		return { ...recorded(event), work_id: work.id, event, document: null, source: SOURCE };
	});
	const signed = stages.indexOf(reached) >= stages.indexOf('proposed');
	return {
		...{ events: [identified], works: [work], workEvents },
		certificates: signed ? [certificateOf(random, dwelling, work, reached, signers, when)] : []
	};
}

const workOf = (id: string, dwelling: DwellingsTable, when: When): WorksTable => ({
	...{ id, dwelling_id: dwelling.id, building_id: null, line_id: `${dwelling.operation_id}-works` },
	...{ floor_area_dm2: dwelling.net_area_dm2, contractor: 'Impresa inventata' },
	...{ planned_end: dayOf(when('done')), created_at: when('planned') }
});

/** The certificate in the state that the stage says; proposed by the officer, confirmed by the manager. */
function certificateOf(
	random: Random,
	dwelling: DwellingsTable,
	work: WorksTable,
	reached: Stage,
	{ officerId, managerId }: Signers,
	when: When
): Insertable<CertificatesTable> {
	const [signedAt, voidedAt] = [when('certified'), when('voided')];
	const leaves = reached === 'voided' || reached === 'void_proposed';
	const asked = {
		void_proposed_by: managerId,
		void_proposed_at: voidedAt,
		void_reason: 'Superficie sbagliata (inventato)'
	};
	return {
		...{ id: random.id(signedAt), work_id: work.id, dwelling_id: dwelling.id, line_id: work.line_id },
		...{ floor_area_dm2: dwelling.net_area_dm2, number: `CRE ${dwelling.code} (inventato)`, source: SOURCE },
		...{ dated_on: dayOf(signedAt), signed_by: 'Collaudatore inventato', synthetic: 1 },
		...{ proposed_by: officerId, proposed_at: signedAt },
		...(reached !== 'proposed' && { confirmed_by: managerId, confirmed_at: signedAt }),
		...(leaves && asked),
		...(reached === 'voided' && { voided_by: officerId, voided_at: voidedAt })
	};
}

type Usual = Exclude<WorkEvent, 'resumed'>;

function eventsUpTo(reached: Stage): Usual[] {
	if (reached === 'identified') return [];
	if (reached === 'planned') return ['planned'];
	if (reached === 'started') return ['planned', 'started'];
	return reached === 'suspended' ? ['planned', 'started', 'suspended'] : ['planned', 'started', 'done'];
}
