import type { Kitchen } from '$lib/domain/rent/settle-elements';
import { m } from '$lib/paraglide/messages';

export const kitchenNames: Readonly<Record<Kitchen, () => string>> = {
	'eat-in-window': m.rent_element_b1,
	'eat-in': m.rent_kitchen_no_window,
	small: m.rent_kitchen_small
};
