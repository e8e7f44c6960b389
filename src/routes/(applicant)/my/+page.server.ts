import { myRequests } from '$lib/server/requests/applications/reading-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { isPast } from '$lib/domain/calendar/deadline';
import { myHomeSearch } from '$lib/server/letting/home-searches/service';
import { readOpenRejection } from '$lib/server/requests/rejections/service';
import { invitedHomes } from '$lib/server/allocation/invitations/invited-homes';
import { documentsToMend } from '$lib/server/people/documents/reading-service';
import { countProposed } from '$lib/server/people/mandates/reading-service';
import { newestMessages } from '$lib/server/people/messages/reading-service';
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
	const drafts = mine.drafts.map((draft) => ({ ...draft, closed: isPast(draft.closesAt, now()) }));
	const rejections = [];
	for (const { id, protocol } of mine.requests.filter(({ ended }) => !ended)) {
		const open = await readOpenRejection(db(), id);
		if (open) rejections.push({ id, protocol, ...open });
	}
	const search = await myHomeSearch(db(), actor, now());
	const proposals = (search?.proposals ?? []).filter((one) => !one.releasedAt && !one.tenantAcceptedAt);
	return {
		...mine,
		drafts,
		invitedUnder,
		rejections,
		proposals: proposals.map(({ id }) => id),
		isSearching: search !== null,
		mandatesAsked: await countProposed(db(), actor, now()),
		messages: await newestMessages(db(), actor),
		toMend: await documentsToMend(db(), actor, now())
	};
};
