import { now } from '$lib/server/clock';
import { myDocuments } from '$lib/server/people/documents/reading-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { myMembers } from '$lib/server/requests/applications/known-members';
import { kindOptions } from './kind-options';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const by = requireActor(locals);
	return {
		kinds: kindOptions(by),
		documents: await myDocuments(db(), await myMembers(db(), by), by, now()),
		removed: url.searchParams.has('removed')
	};
};
