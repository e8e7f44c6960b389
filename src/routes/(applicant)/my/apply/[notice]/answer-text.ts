import type { Need } from '$lib/domain/accessibility/needs';
import type { Citizenship, Eviction, HomeKind, Relation } from '$lib/domain/household/household';
import { m } from '$lib/paraglide/messages';

export const relationName: Record<Relation, () => string> = {
	applicant: m.apply_relation_applicant,
	spouse: m.apply_relation_spouse,
	partner: m.apply_relation_partner,
	child: m.apply_relation_child,
	parent: m.apply_relation_parent,
	other: m.apply_relation_other
};

export const citizenshipName: Record<Citizenship, () => string> = {
	italian: m.apply_citizenship_italian,
	eu: m.apply_citizenship_eu,
	'eu-long-term-permit': m.apply_citizenship_eu_long_term_permit,
	'two-year-permit-and-work': m.apply_citizenship_two_year_permit_and_work,
	'international-protection': m.apply_citizenship_international_protection,
	other: m.apply_citizenship_other
};

export const homeKindName: Record<HomeKind, () => string> = {
	rented: m.apply_home_kind_rented,
	owned: m.apply_home_kind_owned,
	hosted: m.apply_home_kind_hosted,
	improper: m.apply_home_kind_improper,
	none: m.apply_home_kind_none
};

export const evictionName: Record<Eviction, () => string> = {
	none: m.apply_eviction_none,
	notified: m.apply_eviction_notified,
	enforceable: m.apply_eviction_enforceable
};

export const needName: Record<Need, () => string> = {
	wheelchairIndoors: m.apply_need_wheelchair_indoors,
	fewSteps: m.apply_need_few_steps,
	walker: m.apply_need_walker,
	bathroomTransfers: m.apply_need_bathroom_transfers,
	carersRoom: m.apply_need_carers_room,
	lowVision: m.apply_need_low_vision,
	hearing: m.apply_need_hearing,
	quietHome: m.apply_need_quiet_home
};

export const yesNo = (value: boolean) => (value ? m.apply_yes() : m.apply_no());

/** For radio groups. */
export const optionsOf = <Value extends string>(names: Record<Value, () => string>) =>
	(Object.entries(names) as [Value, () => string][]).map(([value, name]) => ({ value, label: name() }));
