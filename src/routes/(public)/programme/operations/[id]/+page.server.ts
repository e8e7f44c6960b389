import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { operationFile } from '$lib/server/programme/operations/service';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const operation = await operationFile(db(), params.id, now());
	if (!operation) error(404, m.error_404_title());
	return { operation };
};
