import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { now } from '$lib/server/clock';
import { readAttestation } from '$lib/server/people/mandates/attestation';
import { attestationBook } from '$lib/server/people/mandates/attestation-book';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { pdfResponse } from '$lib/server/platform/http/pdf-response';
import { renderBook } from '$lib/server/platform/pdf/book';
import type { RequestHandler } from './$types';

/** The attestation of one of one’s own mandates. Its date is that of the yes. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const by = requireActor(locals);
	const read = await readAttestation(db(), params.id, by, now());
	if (!read) error(404, m.mandates_problem_not_found());
	const rendered = await renderBook(attestationBook(read), { lang: getLocale(), createdAt: read.attested.from });
	return pdfResponse(rendered, 'attestazione-mandato');
};
