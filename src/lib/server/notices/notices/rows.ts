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
import { storedRules } from '$lib/server/notices/rules/stored-rules';
import { storedWords } from '$lib/server/platform/db/stored-lists';
import type { Notice, NoticeDwelling } from './notice';
import type { NoticesTable } from './table';

type ReadApart = 'verified_since' | 'set_aside_plan' | 'set_aside_secret_sealed' | 'set_aside_key_id';

export type NoticeRow = Omit<Selectable<NoticesTable>, ReadApart> & {
	opened_at: string | null;
	withdrawn_at: string | null;
	beacon_at: string | null;
};

export function noticeOf(row: NoticeRow): Notice {
	return {
		id: row.id,
		code: row.code,
		source: row.source,
		title: { it: row.title_it, en: row.title_en },
		summary: { it: row.summary_it, en: row.summary_en },
		rules: rulesOf(row),
		rulesHash: row.rule_set_hash,
		setAsideCommitment: row.set_aside_commitment,
		maxChoices: row.max_choices,
		offerDays: row.offer_days,
		opensAt: row.opens_at,
		closesAt: row.closes_at,
		openedAt: row.opened_at,
		withdrawnAt: row.withdrawn_at,
		beaconSource: row.beacon_source,
		beaconOrigin: originOf(row),
		beacon: row.beacon,
		beaconAt: row.beacon_at,
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
	if (row.rule_set !== null) return storedRules(row.rule_set);
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
		rent_zone: number | null;
		unit: string | null;
		floor: number | null;
		rooms: number | null;
		net_area_dm2: number | null;
		rent_cents: number | null;
		energy_class: string | null;
		owner: string;
		list: string | null;
		set_aside: string | null;
		exclusive?: number;
		synthetic: number;
	};

export function noticeDwellingOf(row: NoticeDwellingRow): NoticeDwelling {
	const street = [row.street, row.street_number].filter((part) => part !== null).join(' ');
	return {
		id: row.id,
		code: row.code,
		street: row.street,
		streetNumber: row.street_number,
		municipality: row.municipality,
		address: street || row.municipality,
		district: row.district,
		rentZone: row.rent_zone,
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
		setAside: row.set_aside === null ? [] : storedWords(row.set_aside),
		exclusive: row.exclusive === 1,
		synthetic: row.synthetic === 1
	};
}
