import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '$lib/paraglide/runtime';
import { now } from '$lib/server/clock';
import { eraseAccount, readErasure } from '$lib/server/desk/rights/erase-service';
import { eraseProblems } from '$lib/server/desk/rights/problems';
import { sectionName } from '$lib/server/desk/rights/section-name';
import { readOwnAccount } from '$lib/server/platform/accounts/own-account';
import { hasProof, noProof, proofFields, whyNotOwner } from '$lib/server/platform/accounts/owner-proof';
import { clearSessionCookie } from '$lib/server/platform/auth/cookie';
import { forgetPages, uploadsOf, waitForSweep } from '$lib/server/people/documents/forget-pages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { database, db, transact } from '$lib/server/platform/db/app';
import { forgetTraces } from '$lib/server/platform/db/forget-traces';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { objects } from '$lib/server/platform/objects/app';
import { forgetKept } from '$lib/server/platform/http/kept-form';
import { forgetTold } from '$lib/server/platform/http/told-cookie';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object(proofFields).refine(hasProof, noProof);

const none: Record<string, string> = {};

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = requireActor(locals);
	const { obstacles, erased, kept } = await readErasure(db(), actor, now());
	return {
		obstacles: obstacles.map((one) => eraseProblems[one]()),
		erased: erased.map((section) => sectionName(section)),
		kept,
		hasCode: (await readOwnAccount(db(), actor)).hasSecondFactor,
		sure: url.searchParams.has('sure')
	};
};

export const actions = {
	default: async ({ request, locals, cookies }) => {
		const actor = requireActor(locals);
		const input = parseForm(schema, await request.formData());
		if (!input.ok) return fail(422, { errors: input.errors, problem: undefined });
		const refused = await whyNotOwner(actor, input.data, now());
		if (refused) return fail(refused.status, { errors: refused.errors, problem: refused.problem });
		const uploads = await uploadsOf(db(), actor.id);
		const done = await transact((trx) => eraseAccount(trx, actor, now()));
		if (!done.ok) return fail(409, { errors: none, problem: eraseProblems[done.problem]() });
		await forgetTraces(database());
		await forgetPages(objects(), uploads).catch(waitForSweep);
		clearSessionCookie(cookies);
		forgetTold(cookies);
		forgetKept(cookies);
		redirect(303, `${localizeHref('/login')}?erased`);
	}
} satisfies Actions;
