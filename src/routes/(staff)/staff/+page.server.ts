import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { readWorkList } from '$lib/server/desk/work-list/service';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const at = now();
	return { items: await readWorkList(db(), requireActor(locals), at), at };
};
