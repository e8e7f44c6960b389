import { error, fail, redirect } from '@sveltejs/kit';
import { HOLD_HOURS } from '$lib/domain/matching/proposal';
import { link } from '$lib/i18n/link';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { answerProposal } from '$lib/server/letting/proposals/answer';
import { landlordProblem } from '$lib/server/letting/listings/problems';
import { myProposal } from '$lib/server/letting/proposals/service';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const found = await myProposal(db(), params.id, requireActor(locals), now());
	if (!found) error(404, landlordProblem('not-found'));
	const { proposal, listing } = found;
	const { heldAt, releasedAt, releasedBy, landlordAcceptedAt, tenantAcceptedAt } = proposal;
	return {
		proposal: { heldAt, releasedAt, releasedBy, landlordAcceptedAt, tenantAcceptedAt },
		answers: listing.answers,
		state: listing.state,
		synthetic: listing.synthetic,
		holdHours: HOLD_HOURS
	};
};

export const actions = {
	accept: (event) => answer(event, 'accept'),
	decline: (event) => answer(event, 'decline')
} satisfies Actions;

async function answer({ params, locals }: { params: { id: string }; locals: App.Locals }, yes: 'accept' | 'decline') {
	const result = await answerProposal({ proposal: params.id }, yes, requireActor(locals), now());
	if (result.ok) redirect(303, link('/(applicant)/my/proposals/[id]', params));
	if (result.notFound) error(404, landlordProblem('not-found'));
	return fail(409, { problem: result.problem });
}
