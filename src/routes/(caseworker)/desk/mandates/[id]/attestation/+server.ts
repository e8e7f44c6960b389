import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { now } from '$lib/server/clock';
import { readAttestationAtDesk } from '$lib/server/desk/households/service';
import { attestationBook } from '$lib/server/people/mandates/attestation-book';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { transact } from '$lib/server/platform/db/app';
import { pdfResponse } from '$lib/server/platform/http/pdf-response';
import { renderBook } from '$lib/server/platform/pdf/book';
import type { RequestHandler } from './$types';

/** The attestation of a mandate of one’s organisation. It names the person, so it is a reading. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const by = requireActor(locals);
	const read = await transact((trx) => readAttestationAtDesk(trx, params.id, by, now()));
	if (!read) error(404, m.mandates_problem_not_found());
	const rendered = await renderBook(attestationBook(read), { lang: getLocale(), createdAt: read.attested.from });
	return pdfResponse(rendered, 'attestazione-mandato');
};
