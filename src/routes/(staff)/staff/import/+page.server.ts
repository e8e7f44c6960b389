import { fail, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { columns } from '$lib/server/homes/dwellings/columns';
import { uploadedForm } from '$lib/server/platform/http/bounded-form';
import { importProblems } from '$lib/server/homes/imports/problems';
import { checkUpload, stageImport } from '$lib/server/homes/imports/service';
import { noticePromises } from '$lib/server/notices/notices/notice-promises';
import type { Actions, PageServerLoad } from './$types';

const LARGEST = 10 * 1024 * 1024;

export const load: PageServerLoad = () => ({
	columns: columns.map(({ name, field, required, example }) => ({ name, field, required, example: example[0] }))
});

export const actions = {
	check: async ({ request, locals }) => {
		const sent = await uploadedForm({ request, locals }, m.import_too_large);
		if (!sent.ok) return fail(sent.status, { errors: { file: sent.sentence } });
		const file = sent.form.get('file');
		if (file instanceof File && file.size > LARGEST) return fail(413, { errors: { file: m.import_too_large() } });
		if (!(file instanceof File) || file.name === '') return fail(422, { errors: { file: m.import_choose_file() } });
		const bytes = new Uint8Array(await file.arrayBuffer());
		const upload = await checkUpload(db(), { name: file.name, bytes }, noticePromises, now());
		const by = requireActor(locals);
		const staged = await transact((trx) => stageImport(trx, upload, by, now()));
		if (!staged.ok) return fail(409, { errors: { file: importProblems[staged.problem]() } });
		redirect(303, link('/(staff)/staff/import/[id]', { id: staged.id }));
	}
} satisfies Actions;
