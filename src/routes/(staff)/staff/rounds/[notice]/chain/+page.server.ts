import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { hiddenHouseholds } from '$lib/server/allocation/openings/hidden-households';
import { db } from '$lib/server/platform/db/app';
import { roundProblem } from '$lib/server/allocation/rounds/problems';
import { previewNext } from '$lib/server/allocation/rounds/preview-next';
import type { PageServerLoad } from './$types';

/** Computes the next version without saving it, so that an officer can read it first. */
export const load: PageServerLoad = async ({ params, locals }) => {
	if (await hiddenHouseholds(db(), params.notice, requireActor(locals), now()))
		return { preview: null, problem: m.offers_hidden_lead() };
	const preview = await previewNext(db(), params.notice, now());
	if (preview.ok) return { preview, problem: null };
	if (preview.problem === 'unknown-notice') error(404, m.round_unknown());
	return { preview: null, problem: roundProblem(preview) };
};
