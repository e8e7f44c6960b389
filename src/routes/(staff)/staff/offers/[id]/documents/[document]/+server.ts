import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { personOfOffer } from '$lib/server/letting/offers/person-of-offer';
import { copyForOffice } from '$lib/server/people/documents/copy-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { pdfResponse } from '$lib/server/platform/http/pdf-response';
import { objects } from '$lib/server/platform/objects/app';
import { copyMarks } from '$lib/words/people/document-text';
import type { RequestHandler } from './$types';

/** A copy of a household's document for the office, with the purpose and the day on each sheet. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const [person, by, at] = [await personOfOffer(db(), params.id), requireActor(locals), now()];
	const places = { db: db(), objects: objects() };
	const marks = copyMarks(m.copy_for_verification(), at);
	const copy = person && (await copyForOffice(places, { person, id: params.document }, marks, by, at));
	if (!copy) error(404, m.documents_problem_unknown());
	return pdfResponse(copy, 'copia');
};
