import type { Measures } from '$lib/domain/accessibility/measures';
import { personsThatFit } from '$lib/domain/eligibility/adequacy';
import type { NoticePhase } from '$lib/domain/notice/phase';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { m } from '$lib/paraglide/messages';

export const phaseText: Record<NoticePhase, () => string> = {
	draft: m.notice_phase_draft,
	scheduled: m.notice_phase_scheduled,
	open: m.notice_phase_open,
	closed: m.notice_phase_closed,
	withdrawn: m.notice_phase_withdrawn
};

/** `piano 3, con ascensore`. */
export function floorText({ floor, lift }: Pick<Measures, 'floor' | 'lift'>): string {
	const where =
		floor === null ? m.notice_floor_unknown() : floor <= 0 ? m.notice_ground_floor() : m.notice_floor_n({ floor });
	if (floor !== null && floor <= 0) return where;
	const how = lift === null ? m.notice_lift_unknown() : lift ? m.notice_lift_yes() : m.notice_lift_no();
	return `${where}, ${how}`;
}

/** The household sizes that a net area suits: `3 persone, 4 persone`. */
export function suitsText(rules: RuleSet, netAreaDm2: number | null): string {
	if (netAreaDm2 === null) return m.notice_not_known();
	const persons = personsThatFit(rules, netAreaDm2);
	return persons.length === 0 ? m.notice_suits_nobody() : sizesText(rules, persons);
}

/** Household sizes in words: `1 persona, 2 persone`. */
export function sizesText(rules: RuleSet, persons: readonly number[]): string {
	const last = rules.adequacy.value.bands.at(-1)!.persons;
	return persons.map((count) => (count === last ? m.notice_suits_six() : m.notice_suits_persons({ count }))).join(', ');
}

/** The households for which a dwelling is set aside, in plain words. */
export function setAsideText(setAside: readonly string[]): string {
	if (setAside.length === 0) return m.notice_set_aside_none();
	if (setAside[0] === 'wheelchair') return m.notice_set_aside_accessible();
	return setAside[0] === 'indigent' ? m.notice_set_aside_indigent() : m.notice_set_aside_other();
}
