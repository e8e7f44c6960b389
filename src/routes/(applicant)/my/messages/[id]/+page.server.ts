import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { myMessage } from '$lib/server/people/messages/reading-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const message = await myMessage(db(), params.id, requireActor(locals));
	if (!message) error(404, m.messages_unknown());
	return { message };
};
