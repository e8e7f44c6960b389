import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { refusals, type RefusalStatus } from '$lib/server/platform/http/refuse';
import type { PageServerLoad } from './$types';

/**
 * What the hooks show in place of a page: the error page, in the frame of every page. Without a status it is what the
 * guard shows to somebody signed in with another role.
 */
export const load: PageServerLoad = ({ url }) => {
	const status = url.searchParams.get('status') ?? '';
	if (Object.hasOwn(refusals, status)) error(Number(status), refusals[Number(status) as RefusalStatus]());
	error(403, m.auth_refused_text());
};
