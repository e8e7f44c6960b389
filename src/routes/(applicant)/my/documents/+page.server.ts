import { now } from '$lib/server/clock';
import { myDocuments } from '$lib/server/people/documents/reading-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { kindOptions } from './kind-options';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	kinds: kindOptions(requireActor(locals)),
	documents: await myDocuments(db(), requireActor(locals), now()),
	removed: url.searchParams.has('removed')
});
