import { roleNames } from '$lib/server/platform/accounts/role-names';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { myReadings } from '$lib/server/people/readings/service';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const readings = await myReadings(db(), requireActor(locals));
	return { readings: readings.map(({ role, ...reading }) => ({ ...reading, role: roleNames[role]() })) };
};
