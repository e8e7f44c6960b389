import type { RequirementId } from '../eligibility/requirement-result';
import type { EffectOnRequest, Effects, Standing } from './effects';

/** How many rows a page shows. The most affected households come first. */
export const SHOWN = 100;

/** Facts that reveal health or safety. They are not sent beside a request, not even to a page that would hide them. */
const confidential: ReadonlySet<RequirementId> = new Set<RequirementId>(['seriousHandicap', 'emergency']);

export type ShownStanding = Omit<Standing, 'failed'> & { readonly failed: readonly (RequirementId | 'confidential')[] };
export type ShownEffect = Omit<EffectOnRequest, 'before' | 'after'> & {
	readonly before: ShownStanding;
	readonly after: ShownStanding;
};
export type ShownEffects = Omit<Effects, 'touched'> & { readonly touched: readonly ShownEffect[] };

/**
 * The effects of a change as staff may read them: the first rows, without requirements that reveal health or safety.
 */
export function forStaff(effects: Effects): ShownEffects {
	const touched = effects.touched.slice(0, SHOWN);
	return {
		...effects,
		touched: touched.map((one) => ({ ...one, before: shown(one.before), after: shown(one.after) }))
	};
}

const shown = ({ failed, ...standing }: Standing): ShownStanding => {
	return { ...standing, failed: [...new Set(failed.map((id) => (confidential.has(id) ? 'confidential' : id)))] };
};
