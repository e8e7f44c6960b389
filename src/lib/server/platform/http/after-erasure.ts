import { json, type Handle } from '@sveltejs/kit';
import { localizeHref } from '$lib/paraglide/runtime';

/** Sends a person to the page that says that the account is erased, in place of an act that came too late. */
export const afterErasure: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	if (!event.locals.erased) return response;
	const location = `${localizeHref('/login')}?erased`;
	// As the framework answers an action that its own script has sent.
	if (event.request.headers.get('accept') === 'application/json')
		return json({ type: 'redirect', status: 303, location });
	return new Response(null, { status: 303, headers: { location } });
};
