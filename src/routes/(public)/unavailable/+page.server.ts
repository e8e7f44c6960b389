import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { givenBack } from '$lib/server/platform/http/given-back';
import type { PageServerLoad } from './$types';

/** It stands at the address of another page, whose scripts would not fit it. */
export const csr = false;

/** The hooks show this page in place of one that cannot be served now. Nobody else finds anything here. */
export const load: PageServerLoad = () => {
	const typed = givenBack.getStore();
	if (!typed) error(404, m.auth_no_such_page());
	return { typed };
};
