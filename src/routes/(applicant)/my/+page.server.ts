import { myRequests } from '$lib/server/requests/applications/reading-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { invitedHomes } from '$lib/server/allocation/invitations/invited-homes';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = requireActor(locals);
	const mine = await myRequests(db(), actor, now());
	const notices = new Set([
		...mine.requests.map(({ notice }) => notice.id),
		...mine.drafts.map(({ noticeId }) => noticeId)
	]);
	const invitedUnder: string[] = [];
	for (const id of notices) if ((await invitedHomes(db(), id, actor, now())).length > 0) invitedUnder.push(id);
	return { ...mine, invitedUnder };
};
