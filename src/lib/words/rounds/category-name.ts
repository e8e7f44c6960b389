import { own } from '$lib/domain/own';
import { m } from '$lib/paraglide/messages';

const names: Readonly<Record<string, () => string>> = {
	wheelchair: m.round_category_wheelchair,
	'reduced-mobility': m.round_category_reduced_mobility,
	indigent: m.round_category_indigent
};

/** The category for which a dwelling is set aside, in words. An unknown category is shown as it is. */
export const categoryName = (category: string): string => own(names, category)?.() ?? category;
