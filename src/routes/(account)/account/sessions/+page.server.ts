import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { endOwnSessions, readOwnSessions } from '$lib/server/platform/accounts/own-sessions';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { digest } from '$lib/server/platform/auth/session-adapter';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import type { Actions, PageServerLoad } from './$types';

const oneForm = z.object({
	session: z
		.string({ error: () => m.sessions_error_none() })
		.regex(/^[0-9a-f]{64}$/, { error: () => m.sessions_error_none() })
});

export const load: PageServerLoad = async ({ locals, url }) => ({
	sessions: await readOwnSessions(db(), requireActor(locals), locals.sessionId),
	done: url.searchParams.has('done')
});

const done = () => redirect(303, `${link('/(account)/account/sessions')}?done`);

export const actions = {
	end: async ({ request, locals }) => {
		const by = requireActor(locals);
		const input = parseForm(oneForm, await request.formData());
		if (!input.ok) return fail(422, { problem: m.sessions_error_none() });
		const { session } = input.data;
		if (session === digest(locals.sessionId ?? '')) redirect(303, link('/(account)/logout'));
		await transact((trx) => endOwnSessions(trx, { only: session }, by, now()));
		done();
	},
	others: async ({ locals }) => {
		const by = requireActor(locals);
		await transact((trx) => endOwnSessions(trx, { exceptPresent: locals.sessionId ?? '' }, by, now()));
		done();
	}
} satisfies Actions;
