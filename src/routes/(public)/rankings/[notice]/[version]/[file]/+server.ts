import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { db } from '$lib/server/platform/db/app';
import { readRankingFile } from '$lib/server/allocation/rounds/read-public-files';
import type { RequestHandler } from './$types';

/** The files of a published version, with the exact bytes that were signed. */
export const GET: RequestHandler = async ({ params }) => {
	const version = /^\d{1,6}$/.test(params.version) ? Number(params.version) : 0;
	const found = await readRankingFile(db(), params.notice, version, params.file);
	if (!found) error(404, m.rankings_unknown());
	const headers = { 'content-type': found.type, 'content-disposition': `attachment; filename="${params.file}"` };
	return new Response(found.body, { headers });
};
