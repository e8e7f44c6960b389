import { fail, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { explainedColumns } from '$lib/server/desk/draft-imports/explained-columns';
import { ownOpenNotices } from '$lib/server/desk/draft-imports/match';
import { readFile } from '$lib/server/desk/draft-imports/read-file';
import { draftFileSentence, reportOf, wrongFile } from '$lib/server/desk/draft-imports/report';
import { checkRows, startDrafts } from '$lib/server/desk/draft-imports/service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { transact } from '$lib/server/platform/db/app';
import { uploadedForm } from '$lib/server/platform/http/bounded-form';
import type { Actions, PageServerLoad } from './$types';

const LARGEST = 1024 * 1024;

export const load: PageServerLoad = async () => {
	const open = await transact((trx) => ownOpenNotices(trx, now()));
	const notices = open.map(({ id, code, title, closesAt }) => ({ id, code, title, closesAt }));
	return { notices, columns: explainedColumns() };
};

type Refusal = { errors: Record<string, string>; problem?: string; problems?: string[] };
const refuse = (status: number, sentence: string) => fail<Refusal>(status, { errors: { file: sentence } });
const notAllowed = () => fail<Refusal>(403, { errors: {}, problem: m.mandates_problem_not_allowed() });

// The file is kept nowhere: its text goes back to the page, which sends it again to start the drafts.
export const actions = {
	check: async ({ request, locals }: RequestEvent) => {
		const sent = await uploadedForm({ request, locals }, m.drafts_too_large);
		if (!sent.ok) return refuse(sent.status, sent.sentence);
		const file = sent.form.get('file');
		if (!(file instanceof File) || file.name === '') return refuse(422, m.import_choose_file());
		if (file.size > LARGEST) return refuse(413, m.drafts_too_large());
		const read = await readFile(new Uint8Array(await file.arrayBuffer()));
		if (!read.ok) return fail<Refusal>(422, { errors: {}, problems: read.problems.map(draftFileSentence) });
		const checked = await transact((trx) => checkRows(trx, read.rows, requireActor(locals), now()));
		if (!checked.ok) return notAllowed();
		return { report: reportOf(checked), text: read.text, started: null };
	},
	start: async ({ request, locals }: RequestEvent) => {
		const text = String((await request.formData()).get('text') ?? '');
		const read = await readFile(new TextEncoder().encode(text));
		if (!read.ok) return fail<Refusal>(422, { errors: {}, problem: m.form_not_read() });
		const done = await startDrafts(transact, read.rows, requireActor(locals), now());
		if (!done.ok) return notAllowed();
		const { ready: started } = reportOf({ ready: done.started, wrong: [] });
		return { report: reportOf({ ready: [], wrong: done.wrong }), text: wrongFile(done.wrong), started };
	}
} satisfies Actions;
