import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { myPage } from '$lib/server/people/documents/reading-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { objects } from '$lib/server/platform/objects/app';
import type { RequestHandler } from './$types';

const endings = { 'image/jpeg': 'jpg', 'application/pdf': 'pdf' } as const;

/** A page of one's own document. It is downloaded and never shown in a page of the portal. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const number = /^[1-9]\d?$/.test(params.page) ? Number(params.page) : 0;
	const found = await myPage({ db: db(), objects: objects() }, { id: params.id, number }, requireActor(locals));
	if (!found) error(404, m.documents_problem_unknown());
	return new Response(new Uint8Array(found.bytes), {
		headers: {
			'content-type': found.type,
			'content-disposition': `attachment; filename="${number}.${endings[found.type]}"`,
			'cache-control': 'private, no-store'
		}
	});
};
