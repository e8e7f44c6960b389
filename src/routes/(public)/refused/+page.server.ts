import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import type { PageServerLoad } from './$types';

/** What the guard shows to somebody signed in with another role: the error page, in the frame of every page. */
export const load: PageServerLoad = () => error(403, m.auth_refused_text());
