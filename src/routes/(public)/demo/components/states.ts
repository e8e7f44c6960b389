import { m } from '$lib/paraglide/messages';

/** The states in which the pages show a component, with their names. */
export const stateNames = {
	usual: m.components_state_usual,
	kinds: m.components_state_kinds,
	empty: m.components_state_empty,
	long: m.components_state_long,
	error: m.components_state_error,
	many: m.components_state_many,
	required: m.components_state_required,
	busy: m.components_state_busy,
	closed: m.components_state_closed,
	other: m.components_state_other,
	stale: m.components_state_stale,
	rtl: m.components_state_rtl
};

export type StateName = keyof typeof stateNames;
