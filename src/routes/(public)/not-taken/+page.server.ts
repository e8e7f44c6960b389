import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { givenBack } from '$lib/server/platform/http/given-back';
import { handBackReasons, type HandBackReason } from '$lib/server/platform/http/hand-back';
import type { PageServerLoad } from './$types';

/** It stands at the address of another page, whose scripts would not fit it. */
export const csr = false;

/** The hooks show this page in place of a form that a helper may not send any more. Nobody else finds anything here. */
export const load: PageServerLoad = ({ url }) => {
	const typed = givenBack.getStore();
	const why = url.searchParams.get('why') ?? '';
	if (!typed || !Object.hasOwn(handBackReasons, why)) error(404, m.auth_no_such_page());
	return { typed, reason: handBackReasons[why as HandBackReason](), isOffice: why === 'desk' };
};
