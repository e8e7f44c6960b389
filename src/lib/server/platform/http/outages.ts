import { json, type Handle, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { localizeHref } from '$lib/paraglide/runtime';
import { log } from '$lib/server/log';
import { isOutage } from '$lib/server/platform/db/outage';
import { noteOutage } from '$lib/server/platform/health/service';
import { StoreUnavailable } from '$lib/server/platform/objects/store';
import { drain } from './drain';
import { givenBack, keepTyped } from './given-back';

const STATUS = 503;
const HEADERS = { 'retry-after': '10', 'cache-control': 'no-store' };

/**
 * Answers 503 in place of a page, an action or an endpoint that failed because the database or the store of files cannot serve now, and of a
 * request for which too many others waited. What was typed is given back.
 */
export const outages: Handle = async ({ event, resolve }) => {
	if (event.locals.turnedAway) return unavailable(event);
	try {
		const response = await resolve(event);
		// The framework has caught the error of a page by then, and made of it a page that says 500.
		return event.locals.outage ? await unavailable(event) : response;
	} catch (error) {
		if (!isOutage(error)) throw error;
		reportOutage(event, error);
		return unavailable(event);
	}
};

/** Writes the true cause to the log. These messages come from the database, the store or the network and name no person. */
export function reportOutage(event: RequestEvent, error: unknown): void {
	event.locals.outage = true;
	const isOfFiles = error instanceof StoreUnavailable;
	if (!isOfFiles) noteOutage(error);
	const message = `the ${isOfFiles ? 'store of files' : 'database'} cannot serve`;
	log.error({ request: event.locals.requestId, route: event.route.id, ...causeOf(error) }, message);
}

/** The cause of an outage, for the log. */
export function causeOf(error: unknown): { code?: unknown; cause: string } {
	if (!(error instanceof Error)) return { cause: String(error) };
	const code = 'code' in error ? { code: error.code } : {};
	return { ...code, cause: error.message || error.name };
}

async function unavailable(event: RequestEvent): Promise<Response> {
	const { request, isDataRequest, route, locals } = event;
	const error = { message: m.error_503_form(), id: locals.requestId };
	const answer = { status: STATUS, headers: HEADERS };
	const isScript = request.headers.get('accept') === 'application/json';
	if (isDataRequest || isScript || route.id?.startsWith('/api/')) {
		await drain(request);
		// As the framework answers an action: its own script then leaves the form, and what was typed in it, as it is.
		return json(isScript && request.method === 'POST' ? { type: 'error', error } : error, answer);
	}
	const typed = await keepTyped(event);
	const page = await givenBack.run(typed, () => event.fetch(localizeHref('/unavailable')));
	const headers = new Headers(page.headers);
	for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
	return new Response(page.body, { status: STATUS, headers });
}
