import { config } from '$lib/server/config';
import type { LayoutServerLoad } from './$types';

/** The reader's name and role, for every page, and no more. */
export const load: LayoutServerLoad = ({ locals }) => ({
	actor: locals.actor && { name: locals.actor.name, role: locals.actor.role },
	demo: config().demo,
	sourceUrl: config().sourceUrl
});
