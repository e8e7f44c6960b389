import { error } from '@sveltejs/kit';
import { copyPurposes } from '$lib/domain/documents/copy-purposes';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { copyOwn } from '$lib/server/people/documents/copy-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { pdfResponse } from '$lib/server/platform/http/pdf-response';
import { objects } from '$lib/server/platform/objects/app';
import { copyMarks, copyPurposeName } from '$lib/words/people/document-text';
import type { RequestHandler } from './$types';

/** A copy of one's own document, with the purpose and the day on each sheet. */
export const GET: RequestHandler = async ({ params, url, locals }) => {
	const purpose = copyPurposes.find((one) => one === url.searchParams.get('for')) ?? 'myself';
	const marks = copyMarks(copyPurposeName[purpose](), now());
	const copy = await copyOwn({ db: db(), objects: objects() }, params.id, marks, requireActor(locals));
	if (!copy) error(404, m.documents_problem_unknown());
	return pdfResponse(copy, 'copia');
};
