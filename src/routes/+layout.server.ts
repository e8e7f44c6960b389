import { config } from '$lib/server/config';
import { formMark } from '$lib/server/platform/auth/form-mark';
import type { LayoutServerLoad } from './$types';

/** The reader's name and role, for every page, and the mark that their forms carry. */
export const load: LayoutServerLoad = ({ locals }) => ({
	actor: locals.actor && { name: locals.actor.name, role: locals.actor.role, mark: formMark(locals.actor.id) },
	demo: config().demo,
	sourceUrl: config().sourceUrl
});
