import { error } from '@sveltejs/kit';
import { dayOf } from '$lib/domain/calendar/deadline';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { now } from '$lib/server/clock';
import { countEverything } from '$lib/server/desk/rights/count-service';
import { readReadable } from '$lib/server/desk/rights/readable-service';
import { pdfResponse } from '$lib/server/platform/http/pdf-response';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { renderBook } from '$lib/server/platform/pdf/book';
import { exportBook } from '../../chapters/export-book';
import { partsOf } from '../../chapters/part-of-file';
import type { RequestHandler } from './$types';

/**
 * Everything that the portal holds about the person who is signed in, to read. Its date is the day: as long as nothing
 * happens on it, the bytes stay the same.
 */
export const GET: RequestHandler = async ({ params, locals }) => {
	const by = requireActor(locals);
	const counts = await countEverything(db(), by);
	const part = Number(/^[1-9]\d{0,3}$/.exec(params.part)?.[0] ?? 0);
	if (!counts || part === 0 || part > partsOf(counts)) error(404, m.rights_gone());
	const readable = await readReadable(db(), by, now());
	const book = readable && exportBook(readable, { part, parts: partsOf(counts) });
	if (!book) error(404, m.rights_gone());
	const day = dayOf(readable.file.exportedAt);
	const rendered = await renderBook(book, { lang: getLocale(), createdAt: `${day}T00:00:00.000Z` });
	return pdfResponse(rendered, `chiavi-${day}${part > 1 ? `-${part}` : ''}`);
};
