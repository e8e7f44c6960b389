import { error, fail, redirect } from '@sveltejs/kit';
import { inLanguage } from '$lib/i18n/in-language';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { sendingToSign } from '$lib/server/desk/signed-acts/service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { applicationProblems } from '$lib/server/requests/applications/problems';
import { readRequest } from '$lib/server/requests/applications/reading-service';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { sheetPage, withSheet, type SheetRefusal } from '../../paper-yes';
import type { Actions, PageServerLoad } from './$types';

/** The sheet on which a person signs the declarations of a request. */
export const load: PageServerLoad = async ({ params, locals }) => {
	const signed = await sendingToSign(db(), params.notice, requireActor(locals));
	if (!signed) redirect(303, link('/(applicant)/my/apply/[notice]', params));
	const { draftId, replaces } = signed.sending;
	return { ...sheetPage(), draftId, isAmending: replaces !== null, title: inLanguage(signed.sheet.notice.title) };
};

const receipt = (id: string) => link('/(applicant)/my/requests/[id]/receipt', { id });

export const actions = {
	default: async (event) => {
		const { params, locals } = event;
		const signed = await withSheet(event, {
			act: 'send',
			read: (trx, by) => sendingToSign(trx, params.notice, by),
			done: async (trx, by) => submitApplication(trx, (await sendingToSign(trx, params.notice, by))!.sending, by, now())
		});
		if (signed.state === 'refused') return signed.refusal;
		if (signed.state !== 'done') return sentBefore(String((await event.request.formData()).get('draft') ?? ''), locals);
		const { result } = signed;
		if (!result.ok)
			return fail<SheetRefusal>(409, { errors: {}, values: {}, problem: applicationProblems[result.problem]() });
		redirect(303, receipt(result.id));
	}
} satisfies Actions;

/** A second click finds the draft sent. */
async function sentBefore(draftId: string, locals: App.Locals) {
	const sent = await readRequest(db(), draftId, requireActor(locals), now());
	if (!sent) error(404, m.sheet_gone());
	redirect(303, receipt(draftId));
}
