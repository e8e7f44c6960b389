import { config } from '$lib/server/config';
import type { LayoutServerLoad } from './$types';

/** What every page knows about the reader: a name and a role, and no more. */
export const load: LayoutServerLoad = ({ locals }) => ({
	actor: locals.actor && { name: locals.actor.name, role: locals.actor.role },
	demo: config().demo,
	sourceUrl: config().sourceUrl
});
