import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { procedures } from '$lib/domain/mandates/acts';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { revokeMandate, revokeProcedure } from '$lib/server/people/mandates/end';
import { mandateProblems } from '$lib/server/people/mandates/problems';
import { myMandate } from '$lib/server/people/mandates/reading-service';
import { beginOnOwnPage } from '$lib/server/people/mandates/say-yes';
import { storedEventName } from '$lib/server/platform/audit/event-names';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { ownYesText } from '../../own-yes-text';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const by = requireActor(locals);
	const mandate = await myMandate(db(), params.id, by, now());
	if (!mandate) error(404, m.mandates_problem_not_found());
	const acts = mandate.acts.map(({ seq, at, name, role, event }) => {
		const who = role === 'applicant' ? m.mandates_you() : (name ?? '');
		return { seq, at, who, what: storedEventName(event) };
	});
	return { mandate: { ...mandate, acts }, yeses: mandate.yeses.map(ownYesText) };
};

type Done = { readonly ok: true } | { readonly ok: false; readonly problem: keyof typeof mandateProblems };

/** Shows the page again after an act; another person's mandate is not there. */
function answer(done: Done, params: { id: string }) {
	if (done.ok) redirect(303, link('/(applicant)/my/mandates/[id]', params));
	if (done.problem === 'not-found') error(404, m.mandates_problem_not_found());
	return fail(409, { problem: mandateProblems[done.problem]() });
}

const which = z.object({ procedure: z.enum(procedures) });
type Event = RequestEvent<{ id: string }>;

export const actions = {
	yes: async ({ params, locals }: Event) => {
		const by = requireActor(locals);
		return answer(await transact((trx) => beginOnOwnPage(trx, params.id, by, now())), params);
	},
	revoke: async ({ params, locals }: Event) => {
		const by = requireActor(locals);
		return answer(await transact((trx) => revokeMandate(trx, params.id, by, now())), params);
	},
	part: async ({ params, locals, request }: Event) => {
		const by = requireActor(locals);
		const mandate = await myMandate(db(), params.id, by, now());
		if (!mandate) error(404, m.mandates_problem_not_found());
		const input = parseForm(which, await request.formData());
		if (!input.ok) return fail(422, { problem: m.mandates_problem_not_found() });
		const part = { id: params.id, procedure: input.data.procedure };
		return answer(await transact((trx) => revokeProcedure(trx, part, by, now())), params);
	}
} satisfies Actions;
