import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { waitingFor } from '$lib/server/homes/works/service';
import { programmeOverview } from '$lib/server/programme/operations/service';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { target, proofs, declared, declaredAndCertified } = await programmeOverview(db(), now());
	return {
		waiting: await waitingFor(db(), requireActor(locals)),
		figures: { target, proofs, declared, declaredAndCertified }
	};
};
