import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { listRoundNotices } from '$lib/server/allocation/rounds/read-staff';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ notices: await listRoundNotices(db(), now()) });
