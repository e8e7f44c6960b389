import type { RemovalKind } from '$lib/domain/dwelling/home-events';
import type { Hindrance } from '$lib/domain/dwelling/may-be-offered';
import { m } from '$lib/paraglide/messages';

type In = { readonly locale?: 'it' | 'en' };

const names: Record<RemovalKind, (about: object, to: In) => string> = {
	withdrawn: m.removal_withdrawn,
	'already-let': m.removal_already_let,
	damaged: m.removal_damaged,
	'works-reopened': m.removal_works_reopened,
	'to-correct': m.removal_to_correct
};

const reasons: Record<RemovalKind, (about: object, to: In) => string> = {
	withdrawn: m.removal_reason_withdrawn,
	'already-let': m.removal_reason_already_let,
	damaged: m.removal_reason_damaged,
	'works-reopened': m.removal_reason_works_reopened,
	'to-correct': m.removal_reason_to_correct
};

/** What happened to a home, as staff choose and read it. */
export const removalName = (kind: RemovalKind, to: In = {}): string => names[kind]({}, to);

/** The same in a sentence for a household. */
export const removalReason = (kind: RemovalKind, to: In = {}): string => reasons[kind]({}, to);

const hindrances: Record<Hindrance, () => string> = {
	withdrawn: m.hindrance_withdrawn,
	'already-let': m.hindrance_already_let,
	damaged: m.hindrance_damaged,
	'works-reopened': m.hindrance_works_reopened,
	leaving: m.hindrance_leaving,
	'not-restored': m.hindrance_not_restored
};

/** Why a home may not be offered. */
export const hindranceName = (because: Hindrance): string => hindrances[because]();
