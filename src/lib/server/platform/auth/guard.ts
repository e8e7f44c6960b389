import { error, redirect, type Handle, type RequestEvent } from '@sveltejs/kit';
import { localizeHref } from '$lib/paraglide/runtime';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { keepTyped } from '$lib/server/platform/http/given-back';
import { keepForm } from '$lib/server/platform/http/kept-form';
import { MARK } from './form-mark';
import { decide } from './guards';

/** Lets through what the table of guards.ts allows, before any load, action or endpoint runs. */
export const guard: Handle = async ({ event, resolve }) => {
	const routeId = event.route.id;
	// No route: the framework answers 404 and nothing of ours runs.
	if (routeId === null) return resolve(event);
	const { locals, request, url } = event;
	const decision = decide(routeId, request.method, url.searchParams, locals.actor?.role ?? null);
	if (decision === 'allowed') return resolve(event);
	if (decision === 'unknown-route') error(404, m.auth_no_such_page());
	if (routeId.startsWith('/api/')) error(decision === 'sign-in' ? 401 : 403, m.auth_refused_title());

	// An error thrown here leaves without the portal's headers and shows the bare fallback page. Only scripts see it.
	const wantsPage = !event.isDataRequest && request.headers.get('accept') !== 'application/json';
	if (decision === 'sign-in') {
		const reading = request.method === 'GET' || request.method === 'HEAD';
		const next = encodeURIComponent(url.pathname + (reading ? url.search : ''));
		const ended = await keepWhatWasSent(event);
		const location = `${localizeHref(locals.pending ? '/login/second-factor' : '/login')}?next=${next}${ended.query}`;
		if (wantsPage) return new Response(null, { status: 303, headers: { location, ...ended.headers } });
		redirect(303, location);
	}
	if (wantsPage) return event.fetch(localizeHref('/refused'));
	error(403, m.auth_refused_title());
};

const TEXT_FORM = /^application\/x-www-form-urlencoded\b/i;

/** Keeps a form of an account whose session has ended, and says in the address of the sign-in what became of it. */
async function keepWhatWasSent(event: RequestEvent): Promise<{ query: string; headers: Record<string, string> }> {
	// A form with files is not kept, and a stranger's ten megabytes are not read.
	if (!TEXT_FORM.test(event.request.headers.get('content-type') ?? '')) return { query: '', headers: {} };
	const { action, fields } = await keepTyped(event);
	const mark = fields.find(({ name }) => name === MARK)?.value;
	if (!action || !mark) return { query: '', headers: {} };
	const own = fields.filter(({ name }) => name !== MARK);
	const cookie = keepForm(event.cookies, { mark, action, fields: own }, now());
	return cookie ? { query: '&ended=kept', headers: { 'set-cookie': cookie } } : { query: '&ended=long', headers: {} };
}
