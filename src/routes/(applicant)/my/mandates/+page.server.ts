import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { myMandates } from '$lib/server/people/mandates/reading-service';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	mandates: await myMandates(db(), requireActor(locals), now())
});
