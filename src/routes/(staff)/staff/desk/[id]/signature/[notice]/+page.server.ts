import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { inLanguage } from '$lib/i18n/in-language';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { keepSignature, readSheet } from '$lib/server/desk/at-desk/signature';
import { newId } from '$lib/server/ids';
import { documentProblems, fileProblem } from '$lib/server/people/documents/problems';
import { readPages } from '$lib/server/people/documents/read-page';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { database } from '$lib/server/platform/db/app';
import { uploadedForm } from '$lib/server/platform/http/bounded-form';
import { objects } from '$lib/server/platform/objects/app';
import type { Actions, PageServerLoad } from './$types';

type Event = RequestEvent<{ id: string; notice: string }>;

async function sheetOf({ params, locals }: Pick<Event, 'params' | 'locals'>) {
	const place = { recordId: params.id, noticeId: params.notice };
	const sheet = await readSheet(database().db, place, requireActor(locals), now());
	if (!sheet) redirect(303, link('/(staff)/staff/desk/[id]', { id: params.id }));
	return { ...sheet, ...place };
}

// The form carries the id of the document, so that a second click keeps one.
export const load: PageServerLoad = async ({ params, locals }) => {
	const { household, notice, recordId } = await sheetOf({ params, locals });
	return { recordId, name: household.name, notice: { id: notice.id, title: notice.title }, document: newId() };
};

type Refusal = { errors: Record<string, string>; problem?: string };

export const actions = {
	default: async (event: Event) => {
		const upload = await uploadedForm(event, m.documents_error_total);
		if (!upload.ok) return fail<Refusal>(upload.status, { errors: { sheet: upload.sentence } });
		const files = upload.form.getAll('sheet').filter((one) => one instanceof File && one.size > 0) as File[];
		const documentId = z.uuid().safeParse(upload.form.get('document'));
		if (!documentId.success) error(400, m.form_not_read());
		if (files.length === 0) return fail<Refusal>(422, { errors: { sheet: m.desk_signature_file_error() } });
		const { recordId, noticeId, notice } = await sheetOf(event);
		const read = await readPages(files);
		if (!read.ok) return fail<Refusal>(422, { errors: { sheet: fileProblem(read.problem, read) } });
		const name = m.desk_signature_name({ notice: inLanguage(notice.title) });
		const sheet = { recordId, noticeId, documentId: documentId.data, name, pages: read.pages };
		const by = requireActor(event.locals);
		const kept = await keepSignature({ ...database(), objects: objects() }, sheet, by, now());
		if (!kept.ok) return fail<Refusal>(409, { errors: {}, problem: sentenceOf(kept.problem) });
		redirect(303, `${link('/(applicant)/my/apply/[notice]/check', event.params)}?signed=${documentId.data}#declare`);
	}
} satisfies Actions;

const sentenceOf = (problem: 'over' | keyof typeof documentProblems) =>
	problem === 'over' ? m.desk_record_over() : documentProblems[problem]();
