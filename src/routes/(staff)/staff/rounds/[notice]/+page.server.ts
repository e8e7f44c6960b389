import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/db/app';
import { parseForm } from '$lib/server/forms/parse-form';
import { roundProblems } from '$lib/server/rounds/problems';
import { readRoundPage } from '$lib/server/rounds/read-staff';
import { approveRound, prepareRound, publishRound } from '$lib/server/rounds/service';
import { workOutRound } from '$lib/server/rounds/work-out';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

type Problem = keyof typeof roundProblems;

const roundForm = z.object({
	round: z.string({ error: () => m.round_unknown() }).min(1, { error: () => m.round_unknown() })
});

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const page = Number(url.searchParams.get('page')) || 1;
	const found = await readRoundPage(db(), params.notice, page, now());
	if (!found) error(404, m.round_unknown());
	const actor = requireActor(locals);
	// How a household got a set-aside home tells of its health, which the auditor does not read.
	const rows = found.preview?.rows.map((row) => (actor.role === 'auditor' ? { ...row, through: null } : row));
	const preview = found.preview && { ...found.preview, rows: rows ?? [] };
	return { ...found, preview, me: actor.id, manager: actor.role === 'manager' };
};

/** Both acts name the version that was on the page, so that nobody approves one they did not see. */
async function act(
	{ request, locals, params }: RequestEvent,
	approveOrPublish: (
		...args: Parameters<typeof approveRound>
	) => Promise<{ ok: true } | { ok: false; problem: Problem }>
) {
	const input = parseForm(roundForm, await request.formData());
	if (!input.ok) return fail(422, input);
	const by = requireActor(locals);
	const done = await transact((trx) => approveOrPublish(trx, input.data.round, by, now()));
	if (!done.ok) return fail(409, { problem: roundProblems[done.problem]() });
	redirect(303, link('/(staff)/staff/rounds/[notice]', { notice: params.notice }));
}

export const actions = {
	prepare: async ({ locals, params }) => {
		const by = requireActor(locals);
		const at = now();
		// The work is done before the transaction, which is held for the writing alone.
		const out = await workOutRound(db(), params.notice, at);
		if (!out.ok) return fail(409, { problem: roundProblems[out.problem]() });
		const kept = await transact((trx) => prepareRound(trx, out.worked, by, at));
		if (!kept.ok) return fail(409, { problem: roundProblems[kept.problem]() });
		redirect(303, link('/(staff)/staff/rounds/[notice]', { notice: params.notice }));
	},
	approve: (event) => act(event, approveRound),
	publish: (event) => act(event, publishRound)
} satisfies Actions;
