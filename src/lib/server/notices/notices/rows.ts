import type { Selectable } from 'kysely';
import type { BeaconSource } from '$lib/domain/draw/beacon-source';
import { findRuleSet } from '$lib/domain/ruleset/rule-sets';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import {
	buildingMeasuresOf,
	dwellingMeasuresOf,
	type BuildingMeasureColumns,
	type DwellingMeasureColumns
} from '$lib/server/homes/dwellings/measure-columns';
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

export type NoticeDwellingRow = BuildingMeasureColumns &
	DwellingMeasureColumns & {
		built_year: number | null;
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
		owner: string;
		list: string | null;
		set_aside: string | null;
		synthetic: number;
	};

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
			...buildingMeasuresOf(row),
			...dwellingMeasuresOf(row),
			floor: row.floor,
			rooms: row.rooms,
			builtYear: row.built_year
		},
		owner: row.owner,
		list: row.list ?? '',
		setAside: row.set_aside === null ? [] : (JSON.parse(row.set_aside) as string[]),
		synthetic: row.synthetic === 1
	};
}
