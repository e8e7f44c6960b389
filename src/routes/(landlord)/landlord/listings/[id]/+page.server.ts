import { error, fail, redirect } from '@sveltejs/kit';
import { HOLD_HOURS } from '$lib/domain/matching/proposal';
import { link } from '$lib/i18n/link';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { answerProposal } from '$lib/server/letting/proposals/answer';
import { landlordProblem } from '$lib/server/letting/listings/problems';
import { householdsFor } from '$lib/server/letting/proposals/suggestion-service';
import { withdrawListing } from '$lib/server/letting/listings/service';
import { ownListing } from './own-listing';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, answers, state, events, synthetic } = await ownListing(event);
	const households = await householdsFor(db(), id, now());
	return { id, answers, state, events, synthetic, households, holdHours: HOLD_HOURS };
};

export const actions = {
	accept: (event) => answer(event, 'accept'),
	decline: (event) => answer(event, 'decline'),
	withdraw: async ({ params, locals }) => {
		const actor = requireActor(locals);
		const result = await transact((trx) => withdrawListing(trx, params.id, actor, now()));
		if (result.ok) redirect(303, link('/(landlord)/landlord/listings/[id]', params));
		if (result.problem === 'not-found') error(404, landlordProblem('not-found'));
		return fail(409, { problem: landlordProblem(result.problem) });
	}
} satisfies Actions;

type Event = { request: Request; params: { id: string }; locals: App.Locals };

async function answer({ request, params, locals }: Event, yes: 'accept' | 'decline') {
	const proposal = (await request.formData()).get('proposal');
	const which = { proposal: String(proposal), listing: params.id };
	const result = await answerProposal(which, yes, requireActor(locals), now());
	if (result.ok) redirect(303, link('/(landlord)/landlord/listings/[id]', params));
	if (result.notFound) error(404, landlordProblem('not-found'));
	return fail(409, { problem: result.problem });
}
