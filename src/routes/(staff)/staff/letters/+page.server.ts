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
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import type { Actions, PageServerLoad } from './$types';

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
const paperForm = z.object({ message: z.string({ error: () => m.messages_unknown() }).max(64) });

export const load: PageServerLoad = async ({ url }) => {
	const { count, letters } = await lettersToPost(db());
	return {
		count,
		letters: letters.map(({ id, at, name, onlySafe, reference, subject }) => ({
			...{ id, at, name, onlySafe, reference, subject }
		})),
		undelivered: await undelivered(db()),
		done: url.searchParams.has('done')
	};
};

export const actions = {
	posted: async ({ request, locals }) => {
		const posted = await request.formData();
		const input = postedForm.safeParse({ letter: posted.getAll('letter').map(String) });
		if (!input.success) return fail(422, { errors: { letter: m.letters_choose() } });
		const by = requireActor(locals);
		const done = await transact((trx) => markPosted(trx, input.data.letter, by, now()));
		if (!done.ok) error(403);
		redirect(303, `${link('/(staff)/staff/letters')}?done`);
	},
	open: async ({ request, locals }) => {
		const input = parseForm(openForm, await request.formData());
		if (!input.ok) return fail(422, { errors: input.errors, values: input.values });
		const { message: id, reason } = input.data;
		const by = requireActor(locals);
		const opened = await transact((trx) => openSafeContact(trx, { id, reason }, by, now()));
		if (!opened.ok) return fail(409, { problem: m.letters_arrived(), values: input.data });
		return { opened: { id, safeContact: opened.safeContact } };
	},
	paper: async ({ request, locals }) => {
		const input = parseForm(paperForm, await request.formData());
		if (!input.ok) return fail(422, { errors: input.errors });
		const by = requireActor(locals);
		const done = await transact((trx) => printInstead(trx, input.data.message, by, now()));
		if (!done.ok) return fail(409, { problem: m.letters_arrived() });
		redirect(303, `${link('/(staff)/staff/letters')}?done`);
	}
} satisfies Actions;
