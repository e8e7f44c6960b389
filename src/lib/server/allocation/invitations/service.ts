import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { noticePhase } from '$lib/domain/notice/phase';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import { findNotice } from '$lib/server/notices/notices/repository';
import { tellInvited } from './invitation-message';
import { insertInvitations, listInvitations, listReaders } from './repository';
import { toTell, type ToTell } from './to-tell';
import { workOutCascade } from './work-out';

type InvitationProblem = 'not-allowed' | 'unknown-notice' | 'notice-not-open' | 'notice-closed';
type Refused = { readonly ok: false; readonly problem: InvitationProblem };

/** The households that would get a letter now. This runs before the transaction that writes, because it takes long. */
export async function findHouseholdsToTell(
	db: Kysely<Database>,
	noticeId: string,
	by: Actor,
	now: Instant
): Promise<{ readonly ok: true; readonly households: readonly ToTell[] } | Refused> {
	const notice = await openNotice(db, noticeId, by, now);
	if (!notice.ok) return notice;
	const lines = await workOutCascade(db, notice.notice);
	return { ok: true, households: toTell(lines, await listInvitations(db, noticeId)) };
}

/**
 * Tells households, by one letter each, of dwellings that may suit them and that they did not list, while the notice is
 * open. A household is told of a dwelling only once. A household without an account is not told. Returns how many
 * letters leave.
 */
export async function inviteHouseholds(
	trx: Transaction<Database>,
	{ noticeId, households }: { readonly noticeId: string; readonly households: readonly ToTell[] },
	by: Actor,
	now: Instant
): Promise<{ readonly ok: true; readonly letters: number } | Refused> {
	const found = await openNotice(trx, noticeId, by, now);
	if (!found.ok) return found;
	const readers = new Map((await listReaders(trx, noticeId)).map((reader) => [reader.id, reader]));
	const reached = households.filter(({ applicationId }) => readers.has(applicationId));
	const about = { notice_id: noticeId, invited_by: by.id, at: now };
	const fresh = await insertInvitations(
		trx,
		reached.flatMap(({ token, dwellingIds }) =>
			dwellingIds.map((dwelling_id) => ({ id: newId(), household: token, dwelling_id, ...about }))
		)
	);
	const dwellings = await listNoticeDwellings(trx, noticeId);
	const letters = reached
		.map(({ applicationId, token }) => {
			const told = new Set(fresh.flatMap(({ household, dwellingId }) => (household === token ? [dwellingId] : [])));
			return { reader: readers.get(applicationId)!, homes: dwellings.filter(({ id }) => told.has(id)) };
		})
		.filter(({ homes }) => homes.length > 0);
	for (const { reader, homes } of letters) await tellInvited(trx, found.notice, reader, homes, now);
	// Names the dwellings, never the households: the readers of the log may know nothing of health.
	const detail = { dwellings: new Set(fresh.map(({ dwellingId }) => dwellingId)).size };
	if (letters.length > 0)
		record(trx, { event: 'invitations_sent', by, subject: { type: 'notice', id: noticeId }, detail, at: now });
	return { ok: true, letters: letters.length };
}

async function openNotice(db: Kysely<Database>, noticeId: string, by: Actor, now: Instant) {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' } as const;
	const notice = await findNotice(db, noticeId);
	if (!notice) return { ok: false, problem: 'unknown-notice' } as const;
	const phase = noticePhase(notice, now);
	if (phase === 'closed') return { ok: false, problem: 'notice-closed' } as const;
	return phase === 'open' ? ({ ok: true, notice } as const) : ({ ok: false, problem: 'notice-not-open' } as const);
}
