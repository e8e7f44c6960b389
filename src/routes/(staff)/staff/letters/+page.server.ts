import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import {
	lettersToPost,
	markPosted,
	openSafeContact,
	printInstead,
	undelivered
} from '$lib/server/people/messages/letters-service';
import { openRuns, postRun, prepareRun, releaseRun, takeRun } from '$lib/server/people/messages/print-runs';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import type { Action, Actions, PageServerLoad } from './$types';

const chosen = z.string({ error: () => m.letters_choose() }).max(64, { error: () => m.letters_choose() });
const postedForm = z.object({
	letter: z
		.array(chosen)
		.min(1, { error: () => m.letters_choose() })
		.max(100)
});
const openForm = z.object({
	message: z.string({ error: () => m.letters_choose() }).max(64, { error: () => m.letters_choose() }),
	reason: z
		.string({ error: () => m.letters_reason_error() })
		.min(10, { error: () => m.letters_reason_error() })
		.max(200, { error: () => m.letters_reason_error() })
});
const runForm = z.object({ run: z.string({ error: () => m.letters_run_gone() }).max(64) });
const paperForm = z.object({ message: z.string({ error: () => m.messages_unknown() }).max(64) });

export const load: PageServerLoad = async ({ url, locals }) => {
	const by = requireActor(locals);
	const { count, letters } = await transact((trx) => lettersToPost(trx, by, now()));
	return {
		runs: await openRuns(db(), by),
		count,
		letters: letters.map(({ id, at, name, onlySafe, reference, subject }) => ({
			...{ id, at, name, onlySafe, reference, subject }
		})),
		undelivered: await transact((trx) => undelivered(trx, by, now())),
		done: url.searchParams.has('done')
	};
};

const chosenOf = (posted: FormData) => postedForm.safeParse({ letter: posted.getAll('letter').map(String) });
const done = (): never => redirect(303, `${link('/(staff)/staff/letters')}?done`);

/** An act on a print run, which may be posted or put back meanwhile. */
const onRun =
	(act: typeof postRun): Action =>
	async ({ request, locals }) => {
		const input = parseForm(runForm, await request.formData());
		if (!input.ok) return fail(422, { errors: input.errors });
		const by = requireActor(locals);
		const result = await transact((trx) => act(trx, input.data.run, by, now()));
		if (!result.ok) return fail(409, { problem: m.letters_run_gone() });
		done();
	};

export const actions = {
	posted: async ({ request, locals }) => {
		const input = chosenOf(await request.formData());
		if (!input.success) return fail(422, { errors: { letter: m.letters_choose() } });
		const by = requireActor(locals);
		const result = await transact((trx) => markPosted(trx, input.data.letter, by, now()));
		if (!result.ok) error(403);
		done();
	},
	prepare: async ({ request, locals }) => {
		const posted = await request.formData();
		const input = chosenOf(posted);
		const all = posted.has('all');
		if (!all && !input.success) return fail(422, { errors: { letter: m.letters_choose() } });
		const which = all ? 'all' : (input.data?.letter ?? []);
		const by = requireActor(locals);
		const result = await transact((trx) => prepareRun(trx, which, by, now()));
		if (!result.ok) return fail(409, { problem: m.letters_taken() });
		done();
	},
	take: onRun(takeRun),
	release: onRun(releaseRun),
	run: onRun(postRun),
	open: async ({ request, locals }) => {
		const input = parseForm(openForm, await request.formData());
		if (!input.ok) return fail(422, { errors: input.errors, values: input.values });
		const { message: id, reason } = input.data;
		const by = requireActor(locals);
		const opened = await transact((trx) => openSafeContact(trx, { id, reason }, by, now()));
		if (!opened.ok) return fail(409, { problem: m.letters_arrived(), values: input.data });
		return { opened: { id, name: opened.name, safeContact: opened.safeContact } };
	},
	paper: async ({ request, locals }) => {
		const input = parseForm(paperForm, await request.formData());
		if (!input.ok) return fail(422, { errors: input.errors });
		const by = requireActor(locals);
		const result = await transact((trx) => printInstead(trx, input.data.message, by, now()));
		if (!result.ok) return fail(409, { problem: m.letters_arrived() });
		done();
	}
} satisfies Actions;
