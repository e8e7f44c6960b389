import { error } from '@sveltejs/kit';
import { inLanguage } from '$lib/i18n/in-language';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { withdrawalToSign } from '$lib/server/desk/signed-acts/service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { actBook } from '../../../../../act-book';
import { sheetPdf } from '../../../../../paper-yes';
import type { RequestHandler } from './$types';

/** The sheet on which a person signs the withdrawal of a request. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const signed = await withdrawalToSign(db(), params.id, requireActor(locals), now());
	if (!signed) error(404, m.applications_problem_not_found());
	const { protocol, notice } = signed.request;
	const page = link('/(applicant)/my/requests/[id]/withdraw/sheet', params);
	return sheetPdf({ locals, page }, signed, (number, { name, demo }) =>
		actBook({
			...{ title: m.sheet_withdraw_title(), number, signer: name, demo, at: now() },
			says: m.sheet_withdraw_says({ name, protocol, notice: inLanguage(notice.title) }),
			then: [m.my_withdraw_out(), m.my_withdraw_others()]
		})
	);
};
