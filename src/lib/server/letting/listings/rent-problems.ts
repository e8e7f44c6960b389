import { m } from '$lib/paraglide/messages';
import type { RentAnswer } from '$lib/domain/rent/rent-range';

type Problem = Extract<RentAnswer, { ok: false }>['problem'];

/** Sentences for what the calculation refuses. */
export const rentProblems: Record<Problem, () => string> = {
	'category-excluded': m.rent_problem_category_excluded,
	'category-no-dwelling': m.rent_problem_category_no_dwelling,
	'zone-unknown': m.rent_problem_zone_unknown,
	'area-invalid': m.rent_problem_area_invalid,
	'years-invalid': m.rent_problem_years_invalid
};
