import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { config } from '$lib/server/config';
import type { PageServerLoad } from './$types';

/** The components, for those who build pages; of the demo only. */
export const load: PageServerLoad = () => {
	if (!config().demo) error(404, m.auth_no_such_page());
};
