import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { refusals, type RefusalStatus } from '$lib/server/platform/http/refuse';
import type { PageServerLoad } from './$types';

/**
 * The hooks show this page in place of another: the error page, with header and footer. Without a status it is the refusal
 * that the guard shows to a person signed in with another role.
 */
export const load: PageServerLoad = ({ url }) => {
	const status = url.searchParams.get('status') ?? '';
	if (Object.hasOwn(refusals, status)) error(Number(status), refusals[Number(status) as RefusalStatus]());
	error(403, m.auth_refused_text());
};
