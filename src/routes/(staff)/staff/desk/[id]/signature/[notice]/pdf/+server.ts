import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { now } from '$lib/server/clock';
import { readSheet } from '$lib/server/desk/at-desk/signature';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { pdfResponse } from '$lib/server/platform/http/pdf-response';
import { renderBook } from '$lib/server/platform/pdf/book';
import { sheetBook } from './sheet-book';
import type { RequestHandler } from './$types';

/** The answers of a draft, with the declarations and a place to sign. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const place = { recordId: params.id, noticeId: params.notice };
	const sheet = await readSheet(db(), place, requireActor(locals), now());
	if (!sheet) error(404, m.desk_record_not_found());
	const rendered = await renderBook(sheetBook(sheet), { lang: getLocale(), createdAt: sheet.draft.updatedAt });
	return pdfResponse(rendered, 'dichiarazioni-da-firmare');
};
