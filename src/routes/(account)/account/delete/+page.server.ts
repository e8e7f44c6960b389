import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { localizeHref } from '$lib/paraglide/runtime';
import { now } from '$lib/server/clock';
import { eraseAccount, readErasure } from '$lib/server/desk/rights/erase-service';
import { eraseProblems } from '$lib/server/desk/rights/problems';
import { sectionName } from '$lib/server/desk/rights/section-name';
import { isOwnPassword, readOwnAccount } from '$lib/server/platform/accounts/own-account';
import { waitSentence } from '$lib/server/platform/accounts/problems';
import { clearSessionCookie } from '$lib/server/platform/auth/cookie';
import { longestPassword } from '$lib/server/platform/auth/password';
import { forgetPages, uploadsOf, waitForSweep } from '$lib/server/people/documents/forget-pages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { takeEither } from '$lib/server/platform/auth/second-factor';
import { throttle } from '$lib/server/platform/auth/throttle';
import { database, db, transact } from '$lib/server/platform/db/app';
import { forgetTraces } from '$lib/server/platform/db/forget-traces';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { objects } from '$lib/server/platform/objects/app';
import { forgetKept } from '$lib/server/platform/http/kept-form';
import { forgetTold } from '$lib/server/platform/http/told-cookie';
import type { Actions, PageServerLoad } from './$types';

/** One of the two is enough. */
const schema = z
	.object({
		present_password: z
			.string()
			.max(longestPassword, { error: () => m.auth_wrong_password() })
			.default(''),
		code: z
			.string()
			.max(20, { error: () => m.auth_wrong_code() })
			.default('')
	})
	.refine(({ present_password, code }) => present_password || code, {
		path: ['present_password'],
		error: () => m.auth_password_missing()
	});

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
		const { present_password, code } = input.data;
		const taken = await throttle().take([['code', `password ${actor.id}`]]);
		if (!taken.ok) return fail(429, { errors: none, problem: waitSentence(taken.seconds) });
		const isOwner = code
			? await transact((trx) => takeEither(trx, actor, code, now()))
			: await isOwnPassword(db(), present_password, actor);
		if (!isOwner) {
			const errors: Record<string, string> = code
				? { code: m.auth_wrong_code() }
				: { present_password: m.auth_wrong_password() };
			return fail(409, { errors, problem: undefined });
		}
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
