import { myRequests } from '$lib/server/requests/applications/reading-service';
import type { Actor } from '$lib/server/platform/auth/actor';
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
import { termsThatStand } from '$lib/server/desk/work-list/stopped-terms';
import { askedOfHousehold } from '$lib/server/requests/verification/answer-service';
import { rejectionText } from './rejection-text';
import { standsText } from './stands-text';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = requireActor(locals);
	const mine = await myRequests(db(), actor, now());
	const notices = new Set([
		...mine.requests.map(({ notice }) => notice.id),
		...mine.drafts.map(({ noticeId }) => noticeId)
	]);
	const invitedUnder = [];
	for (const id of notices) if ((await invitedHomes(db(), id, actor, now())).length > 0) invitedUnder.push(id);
	const rejections = [];
	const live = mine.requests.filter(({ ended }) => !ended);
	for (const { id, protocol } of live) {
		const open = await readOpenRejection(db(), id);
		if (open) rejections.push({ id, protocol, text: rejectionText(open, now()) });
	}
	const search = await myHomeSearch(db(), actor, now());
	const proposals = (search?.proposals ?? []).filter((one) => !one.releasedAt && !one.tenantAcceptedAt);
	return {
		...mine,
		drafts: mine.drafts.map((draft) => ({ ...draft, closed: isPast(draft.closesAt, now()) })),
		invitedUnder,
		rejections,
		asked: await askedOf(live, actor),
		proposals: proposals.map(({ id }) => id),
		isSearching: search !== null,
		mandatesAsked: await countProposed(db(), actor, now()),
		messages: await newestMessages(db(), actor),
		toMend: await documentsToMend(db(), actor, now())
	};
};

/** Of each live request: until when the household answers the office, and which terms stand still meanwhile. */
async function askedOf(requests: readonly { id: string; protocol: string }[], by: Actor) {
	const ids = requests.map(({ id }) => id);
	const stands = by.helper ? [] : await termsThatStand(db(), ids, now());
	const asked = [];
	for (const { id, protocol } of requests) {
		const { askedUntil: until } = await askedOfHousehold(db(), { id, ended: false });
		asked.push({ id, protocol, until, stands: standsText(stands.filter(({ requestId }) => requestId === id)) });
	}
	return asked;
}
