import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { pdfResponse } from '$lib/server/platform/http/pdf-response';
import { objects } from '$lib/server/platform/objects/app';
import { copyOfPaper } from '$lib/server/requests/papers/service';
import { copyMarks } from '$lib/words/people/document-text';
import type { RequestHandler } from './$types';

/** A copy of a household's document for the officer of its request, with the purpose and the day on each sheet. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const [by, at] = [requireActor(locals), now()];
	const marks = copyMarks(m.copy_for_verification(), at);
	const which = { request: params.id, id: params.document };
	const copy = await copyOfPaper({ db: db(), objects: objects() }, which, marks, by, at);
	if (!copy) error(404, m.documents_problem_unknown());
	return pdfResponse(copy, 'copia');
};
