import type { ListState } from '$lib/server/desk/requests/filter';
import { m } from '$lib/paraglide/messages';

/** The name of each filter. */
export const listStateName: Readonly<Record<ListState, () => string>> = {
	in: m.files_list_in,
	decide: m.files_list_decide,
	rejection: m.files_list_rejection,
	offer: m.files_list_offer,
	accepted: m.files_list_accepted,
	ended: m.files_list_ended
};
