import type { Handle } from '@sveltejs/kit';
import { tally } from '$lib/server/platform/audit/tally';
import { firstOfDay } from '$lib/server/platform/audit/first-of-day';
import { record } from '$lib/server/platform/audit/record';
import { now } from '$lib/server/clock';
import { transact } from '$lib/server/platform/db/app';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** More refused acts of one person in one day than anybody makes by mistake. */
const hasEntryLeft = firstOfDay(20);

/**
 * Records in the audit log that a signed-in person was refused: 403 for a page of another role, 404 for a record that
 * is not theirs or does not exist (the answer is the same). Only ids made by the portal are recorded. Refused pages, and
 * refused acts beyond the first of a day, are counted: one entry each would let anybody fill a log that nobody may shorten.
 */
export const refusals: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const actor = event.locals.helper ?? event.locals.actor;
	const routeId = event.route.id;
	if (!actor || !routeId || event.isSubRequest) return response;
	const recordId = Object.values(event.params).findLast((value) => value && UUID.test(value));
	const refused = response.status === 403 || (response.status === 404 && recordId);
	if (!refused) return response;
	const isRead = event.request.method === 'GET' || event.request.method === 'HEAD';
	if (isRead || !hasEntryLeft(actor.id, now())) tally('page_refused', now());
	else {
		await transact(async (trx) =>
			record(trx, {
				event: 'access_refused',
				by: actor,
				subject: { type: 'route', id: routeId },
				detail: { status: response.status, method: event.request.method, record: recordId ?? null },
				at: now()
			})
		);
	}
	return response;
};
