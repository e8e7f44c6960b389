import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { database, db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { openingsOf } from '$lib/server/allocation/openings/service';
import { actOnVersion } from '$lib/server/allocation/rounds/act-on-version';
import { roundProblem, type RoundProblem } from '$lib/server/allocation/rounds/problems';
import { readRoundPage } from '$lib/server/allocation/rounds/read-staff';
import { approveRound, findPrepared, prepareRound, publishRound } from '$lib/server/allocation/rounds/service';
import { workOutRound } from '$lib/server/allocation/rounds/work-out';
import { pageNumber } from '$lib/server/platform/http/page-number';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const roundForm = z.object({
	round: z.string({ error: () => m.round_unknown() }).min(1, { error: () => m.round_unknown() })
});
/** Whether the approval publishes the version at once. */
const approveForm = roundForm.extend({ publish: z.literal('yes').optional() });
/** Hash of the result that the officer read before applying it; absent if the page showed none. */
const prepareForm = z.object({
	shown: z
		.string()
		.regex(/^[0-9a-f]{64}$/)
		.optional()
});

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const page = pageNumber(url);
	const found = await readRoundPage(db(), params.notice, page, now());
	if (!found) error(404, m.round_unknown());
	const actor = requireActor(locals);
	const about = { me: actor.id, manager: actor.role === 'manager', openings: await openingsOf(db(), params.notice) };
	// An auditor reads who has which home of a sealed version once they open it, with a reason.
	const hidden = actor.role === 'auditor' && found.versions[0]?.publicationHash;
	return hidden ? { ...found, ...about, preview: null, changes: null, ledger: [] } : { ...found, ...about };
};

type Done = { ok: true } | ({ ok: false } & RoundProblem);

function answer({ params }: RequestEvent, done: Done) {
	if (!done.ok) return fail(409, { problem: roundProblem(done) });
	redirect(303, link('/(staff)/staff/rounds/[notice]', { notice: params.notice }));
}

export const actions = {
	prepare: async (event) => {
		const { request, locals, params } = event;
		const input = parseForm(prepareForm, await request.formData());
		if (!input.ok) return fail(422, input);
		const by = requireActor(locals);
		const at = now();
		const { shown } = input.data;
		if (shown && (await findPrepared(db(), params.notice, shown, by))) return answer(event, { ok: true });
		// The computation comes before the transaction, so that the transaction lasts only as long as the writing.
		const out = await workOutRound(db(), params.notice, at);
		if (!out.ok) return answer(event, out);
		return answer(event, await transact((trx) => prepareRound(trx, out.worked, by, at, shown)));
	},
	/** The form names the version of its page, so that nobody approves a version they did not see. */
	approve: async (event) => {
		const input = parseForm(approveForm, await event.request.formData());
		if (!input.ok) return fail(422, input);
		const by = requireActor(event.locals);
		const { round, publish } = input.data;
		const done = await actOnVersion(database(), round, async (trx, seen): Promise<Done> => {
			const approved = await approveRound(trx, round, by, now(), seen);
			return approved.ok && publish ? publishRound(trx, round, by, now(), seen) : approved;
		});
		return answer(event, done);
	},
	publish: async (event) => {
		const input = parseForm(roundForm, await event.request.formData());
		if (!input.ok) return fail(422, input);
		const by = requireActor(event.locals);
		const { round } = input.data;
		return answer(
			event,
			await actOnVersion(database(), round, (trx, seen) => publishRound(trx, round, by, now(), seen))
		);
	}
} satisfies Actions;
