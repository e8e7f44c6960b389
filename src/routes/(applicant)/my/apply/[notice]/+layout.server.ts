import { error, redirect } from '@sveltejs/kit';
import { looksAgain } from '$lib/domain/application/look-again';
import { dayOf } from '$lib/domain/calendar/deadline';
import { questionsOf } from '$lib/domain/ruleset/questions';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { readForm } from '$lib/server/requests/applications/draft-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ params, locals }) => {
	const form = await readForm(db(), params.notice, requireActor(locals), now());
	if (!form) error(404, m.notice_not_found());
	if (form.live && !form.draft) redirect(303, link('/(applicant)/my/requests/[id]', { id: form.live.id }));
	const asked = questionsOf([form.notice.rules]);
	const look = looksAgain(form.answers, dayOf(now()));
	return { ...form, asked, look, savedAt: form.draft?.updatedAt ?? null };
};
