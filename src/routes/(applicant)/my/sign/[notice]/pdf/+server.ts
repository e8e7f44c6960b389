import { error } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { sendingToSign } from '$lib/server/desk/signed-acts/service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { sheetBook } from '../../../../../(staff)/staff/desk/[id]/signature/[notice]/pdf/sheet-book';
import { sheetPdf } from '../../../paper-yes';
import type { RequestHandler } from './$types';

/** The answers of a draft, with the declarations, the number of the sheet and a place to sign. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const signed = await sendingToSign(db(), params.notice, requireActor(locals));
	if (!signed) error(404, m.sheet_gone());
	const page = link('/(applicant)/my/sign/[notice]', params);
	return sheetPdf({ locals, page }, signed, (number) => sheetBook(signed.sheet, number));
};
