import { error, fail, redirect } from '@sveltejs/kit';
import { HOLD_HOURS } from '$lib/domain/matching/proposal';
import { link } from '$lib/i18n/link';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { postedValues } from '$lib/server/platform/forms/posted-values';
import { contractForm, keysForm, proposeForm, releaseForm } from '$lib/server/letting/listings/forms/staff-forms';
import { deliverKeys, registerContract, releaseHome } from '$lib/server/letting/tenancies/letting-service';
import { landlordProblem, type LandlordProblem } from '$lib/server/letting/listings/problems';
import { proposalsOf } from '$lib/server/letting/proposals/service';
import { proposeTenant, suggestionsFor } from '$lib/server/letting/proposals/suggestion-service';
import { listingOf } from '../sent-listing';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, answers, state, synthetic } = await listingOf(event);
	return {
		id,
		answers,
		state,
		synthetic,
		...(await suggestionsFor(db(), id, now())),
		proposals: await proposalsOf(db(), id, now()),
		holdHours: HOLD_HOURS
	};
};

type Result = { ok: true } | { ok: false; problem: LandlordProblem };

function answer(result: Result, form: FormData, params: { id: string }) {
	if (result.ok) redirect(303, link('/(staff)/staff/listings/[id]/tenants', params));
	if (result.problem === 'not-found') error(404, landlordProblem('not-found'));
	return fail(409, { problem: landlordProblem(result.problem), values: postedValues(form), errors: {} });
}

export const actions = {
	propose: async ({ request, params, locals }) => {
		const form = await request.formData();
		const input = parseForm(proposeForm, form);
		if (!input.ok) return fail(422, { ...input, problem: undefined });
		const actor = requireActor(locals);
		const { request: household } = input.data;
		return answer(await transact((trx) => proposeTenant(trx, params.id, household, actor, now())), form, params);
	},
	contract: async ({ request, params, locals }) => {
		const form = await request.formData();
		const input = parseForm(contractForm, form);
		if (!input.ok) return fail(422, { ...input, problem: undefined });
		const actor = requireActor(locals);
		const { proposal, contractOn, document } = input.data;
		const contract = { on: contractOn, document };
		const letting = { listing: params.id, proposal };
		return answer(await transact((trx) => registerContract(trx, letting, contract, actor, now())), form, params);
	},
	keys: async ({ request, params, locals }) => {
		const form = await request.formData();
		const input = parseForm(keysForm, form);
		if (!input.ok) return fail(422, { ...input, problem: undefined });
		const actor = requireActor(locals);
		const { proposal, keysOn } = input.data;
		const letting = { listing: params.id, proposal };
		return answer(await transact((trx) => deliverKeys(trx, letting, keysOn, actor, now())), form, params);
	},
	release: async ({ request, params, locals }) => {
		const form = await request.formData();
		const input = parseForm(releaseForm, form);
		if (!input.ok) return fail(422, { ...input, problem: undefined });
		const actor = requireActor(locals);
		const { proposal, reason } = input.data;
		const letting = { listing: params.id, proposal };
		return answer(await transact((trx) => releaseHome(trx, letting, reason, actor, now())), form, params);
	}
} satisfies Actions;
