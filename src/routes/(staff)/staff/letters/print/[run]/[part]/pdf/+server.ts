import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { now } from '$lib/server/clock';
import { transact } from '$lib/server/platform/db/app';
import { lettersOfPart } from '$lib/server/people/messages/print-runs';
import { pdfResponse } from '$lib/server/platform/http/pdf-response';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { renderLongPdf } from '$lib/server/platform/pdf/render-pdf';
import { letterSheets } from '../../../letter-sheets';
import template from '../../../letters.typ?raw';
import type { RequestHandler } from './$types';

/** A file of a print run. Its date is that of the run: as long as the letters are the same, its bytes stay the same. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const part = Number(/^[1-9]\d?$/.exec(params.part)?.[0] ?? 0);
	const found = await transact((trx) => lettersOfPart(trx, { run: params.run, part }, requireActor(locals), now()));
	if (!found) error(404, m.letters_run_gone());
	const frame = { title: m.letters_title(), lang: getLocale(), createdAt: found.at };
	return pdfResponse(await renderLongPdf(template, letterSheets(found.letters), frame), `lettere-${part}`);
};
