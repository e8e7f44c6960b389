import { error, fail, redirect } from '@sveltejs/kit';
import { nextStep } from '$lib/domain/matching/listing';
import { judgeRent } from '$lib/domain/rent/judge-rent';
import { link } from '$lib/i18n/link';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { landlordProblem } from '$lib/server/letting/listings/problems';
import { mayBeCalled, rangeOf, sendListing } from '$lib/server/letting/listings/service';
import { ownDraft } from '../own-listing';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, answers } = await ownDraft(event);
	const estimate = rangeOf(answers);
	const open = estimate?.ok && answers.rent ? judgeRent(estimate, answers.rent.rentCents) === 'open' : false;
	const callable = await mayBeCalled(db(), requireActor(event.locals));
	return { id, answers, callable, missing: nextStep(answers), estimate: estimate?.ok ? estimate : null, open };
};

export const actions = {
	default: async ({ params, locals }) => {
		const actor = requireActor(locals);
		const result = await transact((trx) => sendListing(trx, params.id, actor, now()));
		if (result.ok || result.problem === 'already-sent')
			redirect(303, link('/(landlord)/landlord/listings/[id]', params));
		if (result.problem === 'not-found') error(404, landlordProblem('not-found'));
		return fail(409, { problem: landlordProblem(result.problem) });
	}
} satisfies Actions;
