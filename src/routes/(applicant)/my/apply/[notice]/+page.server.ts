import { redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import type { PageServerLoad } from './$types';
import { resumeAt } from '$lib/words/request-steps';

export const load: PageServerLoad = async ({ params, parent }) => {
	const { answers, notice } = await parent();
	redirect(303, link(`/(applicant)/my/apply/[notice]/${resumeAt(answers, notice.rules)}`, params));
};
