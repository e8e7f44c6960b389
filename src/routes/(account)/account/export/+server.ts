import { error } from '@sveltejs/kit';
import { dayOf } from '$lib/domain/calendar/deadline';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { exportEverything } from '$lib/server/desk/rights/export-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import type { RequestHandler } from './$types';

/** Everything that the portal holds about the person who is signed in, and about nobody else. */
export const GET: RequestHandler = async ({ locals }) => {
	const file = await exportEverything(db(), requireActor(locals), now());
	if (!file) error(404, m.rights_gone());
	return new Response(JSON.stringify(file, null, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="chiavi-${dayOf(file.exportedAt)}.json"`,
			'cache-control': 'no-store'
		}
	});
};
