import { error, fail, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { withdrawalToSign } from '$lib/server/desk/signed-acts/service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { applicationProblems } from '$lib/server/requests/applications/problems';
import { withdrawApplication } from '$lib/server/requests/applications/withdrawal-service';
import { sheetPage, withSheet, type SheetRefusal } from '../../../../paper-yes';
import type { Actions, PageServerLoad } from './$types';

async function signedOf(id: string, locals: App.Locals) {
	const signed = await withdrawalToSign(db(), id, requireActor(locals), now());
	if (!signed) error(404, m.applications_problem_not_found());
	return signed;
}

/** The sheet on which a person signs the withdrawal of a request. */
export const load: PageServerLoad = async ({ params, locals }) => {
	const { protocol, notice } = (await signedOf(params.id, locals)).request;
	return { ...sheetPage(), id: params.id, protocol, title: notice.title };
};

export const actions = {
	default: async (event) => {
		const { params, locals } = event;
		await signedOf(params.id, locals);
		const signed = await withSheet(event, {
			act: 'withdraw',
			read: (trx, by) => withdrawalToSign(trx, params.id, by, now()),
			done: (trx, by) => withdrawApplication(trx, params.id, by, now())
		});
		if (signed.state === 'refused') return signed.refusal;
		if (signed.state === 'done' && !signed.result.ok && signed.result.problem !== 'already-ended') {
			const problem = applicationProblems[signed.result.problem]();
			return fail<SheetRefusal>(409, { errors: {}, values: {}, problem });
		}
		redirect(303, link('/(applicant)/my/requests/[id]', params));
	}
} satisfies Actions;
