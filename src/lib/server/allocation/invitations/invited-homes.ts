import type { Kysely } from 'kysely';
import { fitFor, type Fit } from '$lib/domain/accessibility/fit';
import { hasNeeds, noNeeds, readHealth } from '$lib/domain/accessibility/needs';
import type { Instant } from '$lib/domain/calendar/instant';
import { noticePhase } from '$lib/domain/notice/phase';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { listOfAccount } from '$lib/server/requests/applications/repository';
import { openHealth } from '$lib/server/requests/applications/stored-health';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import type { NoticeDwelling } from '$lib/server/notices/notices/notice';
import { findNotice } from '$lib/server/notices/notices/repository';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { householdToken } from './household-token';
import { listDwellingsTold } from './repository';

/** A home that an applicant was told of; no fit where the needs are no longer declared. */
export type InvitedHome = Pick<NoticeDwelling, 'id' | 'code' | 'address' | 'netAreaDm2'> & { readonly fit: Fit | null };

/**
 * The homes of an open notice that this applicant was told of, under any request of theirs, and has not listed. The
 * list compared is that of the live request or, where there is none, of the draft.
 */
export async function invitedHomes(
	db: Kysely<Database>,
	noticeId: string,
	by: Actor,
	now: Instant
): Promise<InvitedHome[]> {
	const notice = await findNotice(db, noticeId);
	if (!notice || noticePhase(notice, now) !== 'open') return [];
	const sent = (await listOfAccount(db, by.id)).filter((one) => one.noticeId === noticeId);
	const key = sent[0] && (await openDataKeys(db, [sent[0].dataKeyId])).get(sent[0].dataKeyId);
	if (!sent[0] || !key) return [];
	const told = new Set(await listDwellingsTold(db, noticeId, householdToken(key, sent[0])));
	if (told.size === 0) return [];
	const live = sent.find(({ endedAt }) => endedAt === null);
	const draft = live ? null : await openDraft(db, noticeId, by);
	const listed = live ? live.choices : (draft?.answers.choices ?? []);
	const needs = live ? readHealth(openHealth(live, key)).needs : (draft?.answers.needs?.needs ?? noNeeds);
	return (await listNoticeDwellings(db, noticeId))
		.filter(({ id }) => told.has(id) && !listed.includes(id))
		.map(({ id, code, address, netAreaDm2, measures }) => {
			return { id, code, address, netAreaDm2, fit: hasNeeds(needs) ? fitFor(needs, measures) : null };
		});
}
