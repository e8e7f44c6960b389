import { json, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { localizeHref } from '$lib/paraglide/runtime';

/** The sentences for a request that is refused before any page or action has read it. */
export const refusals = {
	400: () => m.error_400_what(),
	404: () => m.error_404_what(),
	405: () => m.error_400_what(),
	409: () => m.session_other_account(),
	413: () => m.error_413_what(),
	414: () => m.error_400_what(),
	415: () => m.error_400_what()
} as const;

export type RefusalStatus = keyof typeof refusals;

/** Answers a request that is turned away: with a page in the reader's language, or with JSON for a script of ours. */
export async function refuse(event: RequestEvent, status: RefusalStatus): Promise<Response> {
	const { request, isDataRequest } = event;
	const error = { message: refusals[status]() };
	if (isDataRequest) return json(error, { status });
	// As the framework answers an action: its own script then leaves the form, and what was typed in it, as it is.
	if (request.headers.get('accept') === 'application/json') return json({ type: 'error', error }, { status });
	return event.fetch(`${localizeHref('/refused')}?status=${status}`);
}
