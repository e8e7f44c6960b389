import { error, fail, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { errorSentence, fileSentence, importProblems } from '$lib/server/homes/imports/problems';
import { checkStaged, importReport, importStaged } from '$lib/server/homes/imports/service';
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
		errors: report.errors.map((wrong) => ({ ...wrong, sentence: errorSentence(wrong) }))
	};
};

export const actions = {
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
