import { now } from '$lib/server/clock';
import { readDesk } from '$lib/server/desk/households/service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { transact } from '$lib/server/platform/db/app';
import type { PageServerLoad } from './$types';

// The names of households are read, and each reading is a row.
export const load: PageServerLoad = async ({ locals }) => {
	const by = requireActor(locals);
	return { desk: await transact((trx) => readDesk(trx, by, now())) };
};
