import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { db, transact } from '$lib/server/platform/db/app';
import { encodings } from '$lib/server/homes/imports/encodings';
import { errorSentence, fileSentence, importProblems, warningSentence } from '$lib/server/homes/imports/problems';
import { checkAgain, checkStaged, importReport, importStaged, stageImport } from '$lib/server/homes/imports/service';
import { noticePromises } from '$lib/server/notices/notices/notice-promises';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const found = await importReport(db(), params.id, requireActor(locals), now());
	if (!found) error(404, m.error_404_title());
	const { report, ...file } = found;
	return {
		...file,
		...report,
		problems: report.problems.map(fileSentence),
		errors: report.errors.map((wrong) => ({ ...wrong, sentence: errorSentence(wrong) })),
		warnings: report.warnings.map((warning) => ({ ...warning, sentence: warningSentence(warning) }))
	};
};

/** How a person says that the file is written. */
const readingForm = z.object({
	encoding: z.enum(encodings, { error: () => m.register_error_choose() }),
	language: z.enum(['it', 'en'], { error: () => m.register_error_choose() })
});

export const actions = {
	read: async ({ params, locals, request }) => {
		const input = parseForm(readingForm, await request.formData());
		if (!input.ok) return fail(422, { problem: Object.values(input.errors)[0] });
		const [by, at] = [requireActor(locals), now()];
		const again = await checkAgain(db(), params.id, input.data, noticePromises, by, at);
		if (!again.ok) return fail(409, { problem: importProblems[again.problem]() });
		const staged = await transact((trx) => stageImport(trx, again.upload, by, at));
		if (!staged.ok) return fail(409, { problem: importProblems[staged.problem]() });
		redirect(303, link('/(staff)/staff/import/[id]', { id: staged.id }));
	},
	import: async ({ params, locals }) => {
		const by = requireActor(locals);
		const at = now();
		// Checks the file before the transaction, so that the transaction lasts only as long as the writing.
		const ready = await checkStaged(db(), params.id, by, at);
		if (!ready.ok) return fail(409, { problem: importProblems[ready.problem]() });
		const result = await transact((trx) => importStaged(trx, params.id, ready.file, noticePromises, by, at));
		if (!result.ok) return fail(409, { problem: importProblems[result.problem]() });
		redirect(303, link('/(staff)/staff/import/[id]', params));
	}
} satisfies Actions;
