import type { HandleServerError } from '@sveltejs/kit';
import { log } from '$lib/server/log';
import { AccountErased } from '$lib/server/platform/accounts/hold-account';
import { isOutage } from '$lib/server/platform/db/outage';
import { m } from '$lib/paraglide/messages';
import { reportOutage } from './outages';

/** A person gets a sentence and an id to quote; the log gets the id and where it broke, and nothing of what was sent. */
export const reportError: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) return { message: m.auth_no_such_page() };
	const id = event.locals.requestId ?? 'unknown';
	if (status < 500) return { message, id };
	if (error instanceof AccountErased) {
		event.locals.erased = true;
		return { message: m.rights_gone(), id };
	}
	if (isOutage(error)) {
		reportOutage(event, error);
		return { message: m.error_503_what(), id };
	}
	const problem = error instanceof Error ? error : new Error('something that is not an error was thrown');
	log.error({
		request: id,
		route: event.route.id,
		method: event.request.method,
		name: problem.name,
		code: 'code' in problem ? problem.code : undefined,
		stack: problem.stack
	});
	return { message: m.auth_unexpected(), id };
};
