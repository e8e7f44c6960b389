import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { db } from '$lib/server/platform/db/app';
import { readReceiptsFile } from '$lib/server/requests/applications/read-receipts';
import type { RequestHandler } from './$types';

/** The sealed receipt leaves of a closed notice: salted hashes from which anybody can compute the published root. */
export const GET: RequestHandler = async ({ params }) => {
	const leaves = params.file === 'receipts.txt' ? await readReceiptsFile(db(), params.id) : undefined;
	if (leaves === undefined) error(404, m.notice_not_found());
	const headers = {
		'content-type': 'text/plain; charset=utf-8',
		'content-disposition': 'attachment; filename="receipts.txt"'
	};
	return new Response(leaves, { headers });
};
