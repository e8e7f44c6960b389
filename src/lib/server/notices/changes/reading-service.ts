import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { noticePhase } from '$lib/domain/notice/phase';
import { findNotice } from '$lib/server/notices/notices/repository';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { listChanges } from './repository';

/** The changes of a published notice that are in force, the newest first, without the persons who acted. */
export async function confirmedChanges(db: Kysely<Database>, noticeId: string) {
	return (await listChanges(db, noticeId)).flatMap(({ id, change, reason, outcome, closedAt }) =>
		outcome === 'confirmed' ? [{ id, change, reason, at: closedAt! }] : []
	);
}

/** A published notice of the agency with its changes and the one that waits; undefined for a draft or an imported one. */
export async function readChanges(db: Kysely<Database>, noticeId: string, by: Actor, now: Instant) {
	const notice = await findNotice(db, noticeId);
	if (!notice || notice.source === 'imported') return undefined;
	const phase = noticePhase(notice, now);
	if (phase === 'draft' || phase === 'withdrawn') return undefined;
	const changes = await listChanges(db, noticeId);
	const waiting = changes.find(({ outcome }) => outcome === null) ?? null;
	const mine = waiting?.proposedBy === by.id;
	return {
		notice: { ...notice, phase },
		waiting,
		closed: changes.filter(({ outcome }) => outcome !== null),
		mayPropose: waiting === null && allows(by, 'officer', 'manager'),
		mayConfirm: waiting !== null && !mine && allows(by, 'manager'),
		mayDrop: waiting !== null && (allows(by, 'manager') || (mine && allows(by, 'officer')))
	};
}
