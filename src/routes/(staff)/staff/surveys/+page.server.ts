import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { readSurveyList } from '$lib/server/allocation/survey-list/service';
import { pageNumber } from '$lib/server/platform/http/page-number';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => {
	const page = pageNumber(url);
	const list = await readSurveyList(db(), page, requireActor(locals), now());
	if (!list) error(403, m.auth_refused_title());
	return { list };
};
