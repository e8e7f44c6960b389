import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { readReceipt } from '$lib/server/requests/applications/reading-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import type { RequestHandler } from './$types';

/** The declared row from which the leaf of a receipt is made, byte by byte: `(printf SALT | xxd -r -p; cat FILE) | sha256sum`. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const receipt = await readReceipt(db(), params.id, requireActor(locals), now());
	if (!receipt?.declared) error(404, m.applications_problem_not_found());
	return new Response(receipt.declared, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="${receipt.request.protocol}.json"`,
			'cache-control': 'no-store'
		}
	});
};
