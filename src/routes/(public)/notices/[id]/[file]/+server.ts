import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { now } from '$lib/server/clock';
import { readSetAsidePlan } from '$lib/server/notices/notices/reading-service';
import { readCalendar } from '$lib/server/notices/notices/calendar';
import { db } from '$lib/server/platform/db/app';
import { readReceiptsFile, readReplacedFile } from '$lib/server/requests/applications/read-receipts';
import type { RequestHandler } from './$types';

/**
 * `receipts.txt`: the sealed receipt leaves of a closed notice, salted hashes from which anybody can compute the published
 * root. `replaced.txt`: the leaves of versions whose place a later one took, with the day. `set-asides.json`: the rule of the set-asides, with how many homes it gives by list and size. `dates.ics`: the first and the last day, for calendars.
 */
export const GET: RequestHandler = async ({ params: { id, file } }) => {
	const found = await bodyOf(id, file);
	if (!found) error(404, m.notice_not_found());
	const headers = { 'content-type': found.type, 'content-disposition': `attachment; filename="${file}"` };
	return new Response(found.body, { headers });
};

async function bodyOf(id: string, file: string) {
	const receipts = file === 'receipts.txt' ? await readReceiptsFile(db(), id) : undefined;
	if (receipts !== undefined) return { body: receipts, type: 'text/plain; charset=utf-8' };
	const replaced = file === 'replaced.txt' ? await readReplacedFile(db(), id) : undefined;
	if (replaced !== undefined) return { body: replaced, type: 'text/plain; charset=utf-8' };
	if (file === 'dates.ics') {
		const calendar = await readCalendar(db(), id, getLocale(), now());
		return calendar === null ? null : { body: calendar, type: 'text/calendar; charset=utf-8' };
	}
	const plan = file === 'set-asides.json' ? await readSetAsidePlan(db(), id, now()) : null;
	return plan === null ? null : { body: plan, type: 'application/json; charset=utf-8' };
}
