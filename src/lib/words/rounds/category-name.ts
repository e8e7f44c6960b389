import { own } from '$lib/domain/own';
import { m } from '$lib/paraglide/messages';

const names: Readonly<Record<string, () => string>> = {
	wheelchair: m.round_category_wheelchair,
	'reduced-mobility': m.round_category_reduced_mobility,
	indigent: m.round_category_indigent
};

/** Whom a dwelling is set aside for; a category without a name is shown as it is. */
export const categoryName = (category: string): string => own(names, category)?.() ?? category;
