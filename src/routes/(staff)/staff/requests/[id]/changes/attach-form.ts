import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { readPages } from '$lib/server/people/documents/read-page';
import { fileProblem } from '$lib/server/people/documents/problems';
import { MOST_FILES } from '$lib/server/people/documents/form';

const whatError = () => m.change_paper_what_error();
const hidden = z.object({ attachTo: z.uuid(), document: z.uuid() });
const what = z.string({ error: whatError }).trim().min(3, { error: whatError }).max(120, { error: whatError });

/** A paper for a change, as a form sent it; `errors` by field, with what was typed. */
export async function readPaper(form: FormData) {
	const place = hidden.safeParse(Object.fromEntries(form));
	if (!place.success) error(400, m.form_not_read());
	const { attachTo, document } = place.data;
	const typed = form.get('what');
	const values = { attachTo, what: typeof typed === 'string' ? typed : '' };
	const name = what.safeParse(values.what);
	const files = form.getAll('paper').filter((one) => one instanceof File && one.size > 0) as File[];
	const read = files.length > 0 && files.length <= MOST_FILES ? await readPages(files) : null;
	const paper = read?.ok ? null : read ? fileProblem(read.problem, read) : filesError(files.length);
	const errors = { ...(!name.success && { what: whatError() }), ...(paper !== null && { paper }) };
	if (!name.success || !read?.ok) return { ok: false, errors, values } as const;
	return { ok: true, paper: { change: attachTo, document, name: name.data, pages: read.pages }, values } as const;
}

const filesError = (count: number) =>
	count === 0 ? m.documents_error_files() : m.documents_error_many_files({ count: MOST_FILES });
