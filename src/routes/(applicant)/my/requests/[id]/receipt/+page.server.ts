import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { readReceipt } from '$lib/server/requests/applications/reading-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { papersOf } from '../../../apply/[notice]/check/papers';
import { senderOf } from './sender';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const actor = requireActor(locals);
	const receipt = await readReceipt(db(), params.id, actor, now());
	if (!receipt) error(404, m.applications_problem_not_found());
	const { request, answers, rules } = receipt;
	return {
		...receipt,
		sender: await senderOf(actor),
		papers: request.ended ? [] : await papersOf(actor, answers, rules)
	};
};
