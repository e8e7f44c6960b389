import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { db } from '$lib/server/platform/db/app';
import { photographBytes } from '$lib/server/homes/photographs/service';
import type { RequestHandler } from './$types';

/** A photograph in full size, or (`?small`) in the size of lists. */
export const GET: RequestHandler = async ({ params, url }) => {
	const bytes = await photographBytes(db(), params.id, url.searchParams.has('small') ? 'thumbnail' : 'image');
	if (!bytes) error(404, m.error_404_title());
	return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/jpeg' } });
};
