import type { Citizenship, Eviction, HomeKind, IseeKind, Relation } from '$lib/domain/household/choices';
import type { EmergencyGround } from '$lib/domain/household/choices';
import type { Member } from '$lib/domain/household/fact-parts';
import { m } from '$lib/paraglide/messages';
import { formatDate } from './format';

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

export const iseeKindName: Record<IseeKind, () => string> = {
	ordinary: m.apply_isee_kind_ordinary,
	current: m.apply_isee_kind_current
};

export const emergencyName: Record<EmergencyGround, () => string> = {
	'eviction-carried-out': m.apply_emergency_eviction_carried_out,
	'home-unusable': m.apply_emergency_home_unusable,
	violence: m.apply_emergency_violence,
	'no-shelter': m.apply_emergency_no_shelter,
	'leaving-care': m.apply_emergency_leaving_care
};

/** A person of the household, for its owner: "Figlio o figlia, nascita 3 febbraio 2014". */
export const personText = ({ relation, birthDate }: Pick<Member, 'relation' | 'birthDate'>): string =>
	m.apply_member_who({ relation: relationName[relation](), date: formatDate(birthDate) });

/** For radio groups. */
export const yesNoOptions = () => [
	{ value: 'yes', label: m.apply_yes() },
	{ value: 'no', label: m.apply_no() }
];
