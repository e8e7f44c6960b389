import { error } from '@sveltejs/kit';
import { dayOf } from '$lib/domain/calendar/deadline';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { readContestsOf } from '$lib/server/allocation/corrections/decide-service';
import { now } from '$lib/server/clock';
import { readCopy } from '$lib/server/desk/file/copy-service';
import { readFile } from '$lib/server/desk/file/service';
import { readWorkCosts } from '$lib/server/homes/work-costs/service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { pdfResponse } from '$lib/server/platform/http/pdf-response';
import { renderBook } from '$lib/server/platform/pdf/book';
import { whoAsks } from '$lib/server/requests/applications/who-asks';
import { papersOfRequest } from '$lib/server/requests/papers/service';
import { readChecklist } from '$lib/server/requests/verification/reading-service';
import { shownPerson } from '../../../../../open-person';
import { fileBook } from './file-book';
import type { RequestHandler } from './$types';

/**
 * A copy of a file that the reader opened today, for the purpose that they told. The same copy has the same bytes, as long as
 * nothing happens to the request.
 */
export const GET: RequestHandler = async ({ params, locals }) => {
	const [by, at] = [requireActor(locals), now()];
	const { id } = params;
	const copy = await readCopy(db(), { request: id, copy: params.copy }, by, at);
	const file = copy && (await readFile(db(), id, by, at));
	const papers = await papersOfRequest(db(), id, by, at);
	const list = await readChecklist(db(), id, by, at);
	const contested = await readContestsOf(db(), id, by, at);
	if (!contested || contested === 'closed') error(404, m.file_copy_unknown());
	if (!copy || !file?.opened || !papers || !list || list === 'closed') error(404, m.file_copy_unknown());
	const asks = await whoAsks(db(), id);
	const person = await shownPerson(asks && { ...asks, subject: { type: 'request', id } }, by);
	const { costs } = await readWorkCosts(db());
	const day = dayOf(copy.at);
	const marks = { purpose: copy.purpose, officer: by.name, day };
	const book = fileBook(
		{ file, opened: file.opened, person, papers, list, contests: contested.contests, costs },
		marks
	);
	const rendered = await renderBook(book, { lang: getLocale(), createdAt: `${day}T00:00:00.000Z` });
	return pdfResponse(rendered, `fascicolo-${file.head.protocol}`);
};
