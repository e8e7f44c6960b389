import { error } from '@sveltejs/kit';
import { dayOf } from '$lib/domain/calendar/deadline';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { now } from '$lib/server/clock';
import { readOwnCopy } from '$lib/server/desk/file/own-copy';
import { readWorkCosts } from '$lib/server/homes/work-costs/service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { pdfResponse } from '$lib/server/platform/http/pdf-response';
import { renderBook } from '$lib/server/platform/pdf/book';
import { senderOf } from '../receipt/sender';
import { requestBook } from './request-book';
import type { RequestHandler } from './$types';

/** One's own request as a PDF. Its date is the day: as long as nothing happens on it, the bytes stay the same. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const [by, at] = [requireActor(locals), now()];
	const own = await readOwnCopy(db(), params.id, by, at);
	if (!own) error(404, m.applications_problem_not_found());
	const { costs } = await readWorkCosts(db());
	const day = dayOf(at);
	const book = requestBook(own, { sender: await senderOf(by), costs, day });
	const rendered = await renderBook(book, { lang: getLocale(), createdAt: `${day}T00:00:00.000Z` });
	return pdfResponse(rendered, `${own.receipt.request.protocol}-${day}`);
};
