import { error, type Handle, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { log } from '$lib/server/log';
import { refuse } from './refuse';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
/** The longest search of ours is a filter of homes, some hundreds of characters. */
const LONGEST_SEARCH = 4_096;
const MOST_PARAMETERS = 100;
const TEXT = { 'content-type': 'text/plain; charset=utf-8' };

/**
 * Refuses requests that no browser on a page of the portal sends: paths that begin with `//` (a redirect to them leaves
 * the portal), NUL (which PostgreSQL refuses), addresses that are no text, endless searches, odd methods, and writes from another origin (the
 * framework checks forms only, so JSON would pass).
 */
export const wellFormed: Handle = async ({ event, resolve }) => {
	const { request, url } = event;
	if (/^\/[/\\]/.test(url.pathname) || /%00/.test(url.pathname + url.search)) return refuse(event, 400);
	if (!canBeRead(url.pathname)) return refuse(event, 400);
	if (url.search.length > LONGEST_SEARCH || url.searchParams.size > MOST_PARAMETERS) return refuse(event, 414);
	// The portal has no remote functions, which the framework would answer here.
	if (event.isRemoteRequest) return refuse(event, 404);
	if (!METHODS.includes(request.method)) {
		const answer = await refuse(event, 405);
		answer.headers.set('allow', METHODS.join(', '));
		return answer;
	}
	const reading = request.method === 'GET' || request.method === 'HEAD';
	if (!reading && request.headers.get('origin') !== url.origin) {
		return fromElsewhere(event);
	}
	event.getClientAddress = addressOf(event.getClientAddress);
	return resolve(event);
};

/** A browser gets a page; what else sent the request, a sentence. */
async function fromElsewhere(event: RequestEvent): Promise<Response> {
	const isPage = event.request.headers.get('accept')?.includes('text/html') && !event.isDataRequest;
	const page = isPage ? await refuse(event, 400) : null;
	return page
		? new Response(page.body, { status: 403, headers: page.headers })
		: new Response(`${m.error_origin()}\n`, { status: 403, headers: TEXT });
}

/** Whether the address can be read: `%E0%A4%A` is no sign of any alphabet. */
function canBeRead(path: string): boolean {
	try {
		return decodeURIComponent(path) !== '';
	} catch {
		return false;
	}
}

/** The visitor's address. A request that did not pass the proxy lacks the header that names it, and is refused. */
const addressOf = (read: () => string) => (): string => {
	try {
		return read();
	} catch (reason) {
		log.error({ reason: (reason as Error).message }, 'the proxy did not say who asks');
		error(400, m.error_400_what());
	}
};
