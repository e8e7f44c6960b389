import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { mandateDays } from '$lib/domain/mandates/duration';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { readHousehold } from '$lib/server/desk/households/service';
import { newId } from '$lib/server/ids';
import { fileProblem } from '$lib/server/people/documents/problems';
import { readPages } from '$lib/server/people/documents/read-page';
import { endMandate } from '$lib/server/people/mandates/end';
import { beginHelping } from '$lib/server/people/mandates/helping';
import { keepSheet } from '$lib/server/people/mandates/paper';
import { codeProblems, mandateProblems } from '$lib/server/people/mandates/problems';
import { renewMandate } from '$lib/server/people/mandates/propose';
import { askAgain, beginByCode, beginOnPaper } from '$lib/server/people/mandates/say-yes';
import { safeNext } from '$lib/server/platform/auth/next-path';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { throttle } from '$lib/server/platform/auth/throttle';
import { transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { uploadedForm } from '$lib/server/platform/http/bounded-form';
import { objects } from '$lib/server/platform/objects/app';
import type { Actions, PageServerLoad } from './$types';

// The name and the requests of a household are read, and each reading is a row.
export const load: PageServerLoad = async ({ params, locals, url }) => {
	const by = requireActor(locals);
	const household = await transact((trx) => readHousehold(trx, params.id, by, now()));
	if (!household) error(404, m.mandates_problem_not_found());
	return { household, next: newId(), sent: url.searchParams.has('sent') };
};

type Event = RequestEvent<{ id: string }>;
type Problem = keyof typeof mandateProblems;
type Refusal = { errors: Record<string, string>; problem?: string };

const page = (id: string) => link('/(caseworker)/desk/mandates/[id]', { id });

function refuse(problem: Problem) {
	if (problem === 'not-found') error(404, m.mandates_problem_not_found());
	return fail<Refusal>(409, { errors: {}, problem: mandateProblems[problem]() });
}

/** A helper causes only so many mails an hour. */
const mayWrite = async (helperId: string) => (await throttle().take([['form', helperId]])).ok;

/** Another organisation's mandate is not there, whatever was sent. */
async function mustBeOurs({ params, locals }: Event): Promise<void> {
	const by = requireActor(locals);
	if (!(await transact((trx) => readHousehold(trx, params.id, by, now())))) error(404, m.mandates_problem_not_found());
}

const codeForm = z.object({
	code: z
		.string()
		.transform((typed) => typed.replaceAll(/\s/g, ''))
		.pipe(z.string().regex(/^\d{6}$/, { error: () => m.desk_code_form() }))
});
const renewForm = z.object({
	id: z.uuid({ error: () => m.form_not_read() }),
	days: z.enum(mandateDays.map(String) as [string, ...string[]], { error: () => m.desk_mandate_days_missing() })
});

export const actions = {
	code: async (event: Event) => {
		await mustBeOurs(event);
		const input = parseForm(codeForm, await event.request.formData());
		if (!input.ok) return fail<Refusal>(422, { errors: input.errors });
		const typed = { mandateId: event.params.id, code: input.data.code };
		const done = await transact((trx) => beginByCode(trx, typed, requireActor(event.locals), now()));
		if (!done.ok) return refuse(done.problem);
		if (done.outcome !== 'given') return fail<Refusal>(422, { errors: { code: codeProblems[done.outcome]() } });
		redirect(303, page(event.params.id));
	},
	again: async ({ params, locals }: Event) => {
		const by = requireActor(locals);
		if (!(await mayWrite(by.id))) return refuse('too-many-codes');
		const done = await transact((trx) => askAgain(trx, params.id, by, now()));
		if (!done.ok) return refuse(done.problem);
		redirect(303, `${page(params.id)}?sent`);
	},
	paper: async (event: Event) => {
		await mustBeOurs(event);
		const upload = await uploadedForm(event, m.documents_error_total);
		if (!upload.ok) return fail<Refusal>(upload.status, { errors: { sheet: upload.sentence } });
		const files = upload.form.getAll('sheet').filter((one) => one instanceof File && one.size > 0) as File[];
		if (files.length === 0) return fail<Refusal>(422, { errors: { sheet: m.desk_paper_missing() } });
		const read = await readPages(files);
		if (!read.ok) return fail<Refusal>(422, { errors: { sheet: fileProblem(read.problem, read) } });
		const by = requireActor(event.locals);
		const sheet = { mandateId: event.params.id, documentId: newId(), name: m.desk_paper_name(), pages: read.pages };
		const kept = await keepSheet({ transact, objects: objects() }, sheet, by, now());
		if (!kept.ok) return refuse(kept.problem);
		const done = await transact((trx) => beginOnPaper(trx, sheet, by, now()));
		if (!done.ok) return refuse(done.problem);
		redirect(303, page(event.params.id));
	},
	/** The helper begins to work for the person, and goes to one of their pages. */
	work: async (event: Event) => {
		const { locals, params, request } = event;
		const to = safeNext(String((await request.formData()).get('to') ?? ''));
		const work = { sessionId: locals.sessionId!, mandateId: params.id };
		const done = await transact((trx) => beginHelping(trx, work, requireActor(locals), now()));
		if (!done.ok) return refuse(done.problem);
		redirect(303, to ?? page(params.id));
	},
	end: async ({ params, locals }: Event) => {
		const done = await transact((trx) => endMandate(trx, params.id, requireActor(locals), now()));
		if (!done.ok) return refuse(done.problem);
		redirect(303, page(params.id));
	},
	renew: async (event: Event) => {
		await mustBeOurs(event);
		const input = parseForm(renewForm, await event.request.formData());
		if (!input.ok) return fail<Refusal>(422, { errors: input.errors });
		const { id, days } = input.data;
		const length = mandateDays.find((one) => String(one) === days)!;
		const renewal = { id, from: event.params.id, days: length };
		const by = requireActor(event.locals);
		if (!(await mayWrite(by.id))) return refuse('too-many-codes');
		const done = await transact((trx) => renewMandate(trx, renewal, by, now()));
		if (!done.ok) return refuse(done.problem);
		redirect(303, page(id));
	}
} satisfies Actions;
