import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { readOpenedFile } from '$lib/server/allocation/openings/service';
import { now } from '$lib/server/clock';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import type { RequestHandler } from './$types';

/** The sealed files of a version, to the auditor who has it open. */
export const GET: RequestHandler = async ({ params: { id, file }, locals }) => {
	const body = await readOpenedFile(db(), id, file, requireActor(locals), now());
	if (body === null) error(404, m.opening_unknown());
	return new Response(body, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="${file}"`,
			'cache-control': 'no-store'
		}
	});
};
