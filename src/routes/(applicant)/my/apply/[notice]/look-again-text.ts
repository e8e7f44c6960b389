import type { LookAgain } from '$lib/domain/application/look-again';
import { m } from '$lib/paraglide/messages';

/** Why an answer of an earlier request is to be looked at again. */
export const lookAgainText: Readonly<Record<LookAgain, () => string>> = {
	age: m.look_again_age,
	'another-year': m.look_again_another_year,
	passed: m.look_again_passed,
	still: m.look_again_still
};
