import { listSealedVersions } from '$lib/server/allocation/openings/service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	versions: await listSealedVersions(db(), requireActor(locals))
});
