import type { Selectable } from 'kysely';
import type { BeaconSource } from '$lib/domain/draw/beacon-source';
import { findRuleSet } from '$lib/domain/ruleset/rule-sets';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import type { Notice, NoticeDwelling } from './notice';
import type { NoticesTable } from './table';

export type NoticeRow = Selectable<NoticesTable> & { opened_at: string | null; withdrawn_at: string | null };

export function noticeOf(row: NoticeRow): Notice {
	return {
		id: row.id,
		code: row.code,
		source: row.source,
		title: { it: row.title_it, en: row.title_en },
		summary: { it: row.summary_it, en: row.summary_en },
		rules: rulesOf(row),
		rulesHash: row.rule_set_hash,
		maxChoices: row.max_choices,
		offerDays: row.offer_days,
		opensAt: row.opens_at,
		closesAt: row.closes_at,
		openedAt: row.opened_at,
		withdrawnAt: row.withdrawn_at,
		beaconSource: row.beacon_source,
		beaconOrigin: originOf(row),
		beacon: row.beacon,
		synthetic: row.synthetic === 1,
		revision: row.revision,
		createdBy: row.created_by
	};
}

function originOf({ beacon_kind, beacon_chain, beacon_round }: NoticeRow): BeaconSource {
	if (beacon_kind === 'draw') return { kind: 'draw' };
	return { kind: 'drand', chain: beacon_chain!, round: beacon_round! };
}

/** The frozen rules, or, for a draft, those it names today. */
function rulesOf(row: NoticeRow): RuleSet {
	if (row.rule_set !== null) return JSON.parse(row.rule_set) as RuleSet;
	const rules = findRuleSet(row.rule_set_id);
	if (!rules) throw new Error(`The notice ${row.code} names a rule set that does not exist: ${row.rule_set_id}.`);
	return rules;
}

export type NoticeDwellingRow = {
	id: string;
	code: string;
	street: string | null;
	street_number: string | null;
	municipality: string;
	district: string | null;
	unit: string | null;
	floor: number | null;
	rooms: number | null;
	net_area_dm2: number | null;
	rent_cents: number | null;
	energy_class: string | null;
	lift: number | null;
	step_free_entrance: number | null;
	entrance_door_mm: number | null;
	lift_door_mm: number | null;
	lift_cabin_width_mm: number | null;
	lift_cabin_depth_mm: number | null;
	inner_door_mm: number | null;
	corridor_mm: number | null;
	turning_mm: number | null;
	wc_side_mm: number | null;
	wc_front_mm: number | null;
	shower_floor_level: number | null;
	owner: string;
	list: string | null;
	set_aside: string | null;
	synthetic: number;
};

const yesNo = (value: number | null) => (value === null ? null : value === 1);

export function noticeDwellingOf(row: NoticeDwellingRow): NoticeDwelling {
	const street = [row.street, row.street_number].filter((part) => part !== null).join(' ');
	return {
		id: row.id,
		code: row.code,
		address: street || row.municipality,
		district: row.district,
		unit: row.unit,
		netAreaDm2: row.net_area_dm2,
		rentCents: row.rent_cents,
		energyClass: row.energy_class,
		measures: {
			stepFreeEntrance: yesNo(row.step_free_entrance),
			entranceDoorMm: row.entrance_door_mm,
			lift: yesNo(row.lift),
			liftDoorMm: row.lift_door_mm,
			liftCabinWidthMm: row.lift_cabin_width_mm,
			liftCabinDepthMm: row.lift_cabin_depth_mm,
			floor: row.floor,
			rooms: row.rooms,
			innerDoorMm: row.inner_door_mm,
			corridorMm: row.corridor_mm,
			turningMm: row.turning_mm,
			wcSideMm: row.wc_side_mm,
			wcFrontMm: row.wc_front_mm,
			showerFloorLevel: yesNo(row.shower_floor_level)
		},
		owner: row.owner,
		list: row.list ?? '',
		setAside: row.set_aside === null ? [] : (JSON.parse(row.set_aside) as string[]),
		synthetic: row.synthetic === 1
	};
}
