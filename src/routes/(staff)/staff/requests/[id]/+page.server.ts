import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { copyFile, LONGEST_PURPOSE } from '$lib/server/desk/file/copy-service';
import { copyProblem } from '$lib/server/desk/file/problems';
import { openFile } from '$lib/server/desk/file/open-service';
import { readFile } from '$lib/server/desk/file/service';
import { readWorkCosts } from '$lib/server/homes/work-costs/service';
import { copiesOfToday } from '$lib/server/people/readings/copies';
import { openPersonProblems } from '$lib/server/people/readings/problems';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { newId } from '$lib/server/ids';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { papersOfRequest } from '$lib/server/requests/papers/service';
import { whoAsks } from '$lib/server/requests/applications/who-asks';
import { noteProblem } from '$lib/server/requests/notes/problems';
import { writeNote } from '$lib/server/requests/notes/service';
import { shownPerson } from '../../open-person';
import { readChecklist } from '$lib/server/requests/verification/reading-service';
import { checkText } from './check/checklist-text';
import { headText, sectionsText } from './file-text';
import { papersText } from './papers-text';
import type { Actions, PageServerLoad } from './$types';

const unopened = { person: null, papers: null, costs: {}, check: null, correct: null, note: '', copies: [] };

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const by = requireActor(locals);
	const file = await readFile(db(), params.id, by, now());
	if (!file) error(404, m.file_unknown());
	const { closed, opened } = file;
	if (!opened) return { head: headText(file), closed, opened: null, ...unopened };
	const asks = await whoAsks(db(), params.id);
	const person = await shownPerson(asks && { ...asks, subject: { type: 'request', id: params.id } }, by);
	const { costs } = await readWorkCosts(db());
	const kept = await papersOfRequest(db(), params.id, by, now());
	const canCheck = !file.head.ended && opened.answers.needs !== undefined;
	const papers = kept && papersText(params.id, kept, canCheck);
	const list = await readChecklist(db(), params.id, by, now());
	const check = list && list !== 'closed' && kept ? checkText(list, kept) : null;
	const copies = await copiesOfToday(db(), params.id, by, now());
	const shown = {
		head: headText(file),
		closed,
		opened: sectionsText(params.id, opened),
		person,
		papers,
		costs,
		check,
		copies
	};
	return { ...shown, correct: url.searchParams.get('correct'), note: newId() };
};

const openForm = z.object({
	reason: z
		.string()
		.max(500, { error: () => m.person_reason_long() })
		.default('')
});
const idShape = z.string().regex(/^[0-9a-f-]{36}$/);
const noteForm = z.object({
	id: idShape,
	corrects: z.union([idShape, z.literal('').transform(() => null)]).default(null),
	text: z
		.string({ error: () => m.note_empty() })
		.min(1, { error: () => m.note_empty() })
		.max(2_000, { error: () => m.note_long() })
});
const copyForm = z.object({
	purpose: z
		.string({ error: () => m.file_copy_purpose_needed() })
		.min(1, { error: () => m.file_copy_purpose_needed() })
		.max(LONGEST_PURPOSE, { error: () => m.file_copy_purpose_long() })
});
type Refusal = { errors: Record<string, string>; values: Record<string, string | string[]>; problem?: string };

export const actions = {
	open: async ({ request, params, locals }) => {
		const input = parseForm(openForm, await request.formData());
		if (!input.ok) return fail<Refusal>(422, input);
		const { reason } = input.data;
		const done = await transact((trx) => openFile(trx, params.id, reason, requireActor(locals), now()));
		if (!done.ok && done.problem === 'not-found') error(404, m.file_unknown());
		if (!done.ok) {
			const sentence = openPersonProblems[done.problem]();
			if (done.problem === 'reason-needed')
				return fail<Refusal>(409, { errors: { reason: sentence }, values: { reason } });
			return fail<Refusal>(409, { errors: {}, values: { reason }, problem: sentence });
		}
		redirect(303, link('/(staff)/staff/requests/[id]', params));
	},
	note: async ({ request, params, locals }) => {
		const input = parseForm(noteForm, await request.formData());
		if (!input.ok) return fail<Refusal>(422, input);
		const done = await transact((trx) => writeNote(trx, params.id, input.data, requireActor(locals), now()));
		if (!done.ok && done.problem === 'not-found') error(404, m.file_unknown());
		if (!done.ok) {
			const { id, corrects, text } = input.data;
			const values = { id, corrects: corrects ?? '', text };
			return fail<Refusal>(409, { errors: {}, values, problem: noteProblem(done) });
		}
		redirect(303, `${link('/(staff)/staff/requests/[id]', params)}#notes`);
	},
	/** Writes for what a copy of the file is taken; the page then has a link to it. */
	copy: async ({ request, params, locals }) => {
		const input = parseForm(copyForm, await request.formData());
		if (!input.ok) return fail<Refusal>(422, input);
		const { purpose } = input.data;
		const done = await transact((trx) => copyFile(trx, params.id, purpose, requireActor(locals), now()));
		if (!done.ok && done.problem === 'not-found') error(404, m.file_unknown());
		if (!done.ok) return fail<Refusal>(409, { values: { purpose }, ...copyProblem(done.problem, purpose) });
		redirect(303, `${link('/(staff)/staff/requests/[id]', params)}#copy`);
	}
} satisfies Actions;
