import { m } from '$lib/paraglide/messages';
import type { Opened } from './service';

type Problem = Extract<Opened, { ok: false }>['problem'];

/** The sentence for each thing that can stop an opening. */
export const openingProblems: Readonly<Record<Problem, () => string>> = {
	'not-allowed': m.opening_not_allowed,
	'unknown-round': m.opening_unknown,
	erased: m.opening_erased
};
