import { error, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { config } from '$lib/server/config';
import { partNamed } from '../catalogue';
import type { Actions, PageServerLoad } from './$types';

const STATE = /^(?<component>[A-Z]\w+)-[a-z]+$/;

/** One part of the components, or (`?alone=Breadcrumbs-long`) one state of one of them on a page of its own. */
export const load: PageServerLoad = ({ params, url }) => {
	const part = partNamed(params.part);
	if (!config().demo || !part) error(404, m.auth_no_such_page());
	const alone = url.searchParams.get('alone');
	const component = alone === null ? undefined : (STATE.exec(alone)?.groups?.['component'] ?? '');
	if (component !== undefined && !part.components.some(({ name }) => name === component))
		error(404, m.auth_no_such_page());
	return { part: part.id, alone };
};

export const actions = {
	/** The forms of the samples send nothing: their page comes back. */
	default: ({ params }) => redirect(303, link('/(public)/demo/components/[part]', params))
} satisfies Actions;
