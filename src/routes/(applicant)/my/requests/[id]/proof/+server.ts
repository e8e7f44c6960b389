import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { readProof } from '$lib/server/allocation/rounds/read-proof';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import type { RequestHandler } from './$types';

/** The household's own proof file: `/verify` checks it in the browser, and it names nobody else. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const proof = await readProof(db(), params.id, requireActor(locals), now());
	if (!proof) error(404, m.applications_problem_not_found());
	return new Response(proof.text, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="${proof.name}"`,
			'cache-control': 'no-store'
		}
	});
};
