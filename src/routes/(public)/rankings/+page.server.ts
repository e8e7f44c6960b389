import { db } from '$lib/server/db/app';
import { listRankings } from '$lib/server/rounds/read-rankings';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ rankings: await listRankings(db()) });
