import { db } from '$lib/server/platform/db/app';
import { listRankings } from '$lib/server/allocation/rounds/read-rankings';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ rankings: await listRankings(db()) });
