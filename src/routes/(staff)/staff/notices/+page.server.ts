import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { everyNotice } from '$lib/server/notices/notices/reading-service';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const notices = (await everyNotice(db(), now())).map(({ rules: _, ...notice }) => notice);
	return { notices, drafts: requireActor(locals).role === 'officer' };
};
