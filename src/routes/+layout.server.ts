import { config } from '$lib/server/config';
import type { LayoutServerLoad } from './$types';

/** What every page shows of the reader: no more than a name and a role. */
export const load: LayoutServerLoad = ({ locals }) => ({
	actor: locals.actor && { name: locals.actor.name, role: locals.actor.role },
	demo: config().demo,
	sourceUrl: config().sourceUrl
});
