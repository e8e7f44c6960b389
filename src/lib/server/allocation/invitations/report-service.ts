import type { Kysely } from 'kysely';
import type { Reached } from '$lib/domain/accessibility/cascade';
import { classify, type AccessClass } from '$lib/domain/accessibility/classify';
import type { Instant } from '$lib/domain/calendar/instant';
import { noticePhase } from '$lib/domain/notice/phase';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import type { NoticeDwelling, NoticeWithPhase } from '$lib/server/notices/notices/notice';
import { findNotice } from '$lib/server/notices/notices/repository';
import { hasPublishedRound, listInvitations, listReaders } from './repository';
import { toTell } from './to-tell';
import { workOutCascade } from './work-out';

/** An accessible dwelling and how many households it would reach. It counts households and never names them. */
export type ReportedDwelling = {
	readonly dwelling: NoticeDwelling;
	readonly accessClass: AccessClass;
	readonly goesTo: Reached;
	readonly didNotList: number;
	readonly told: number;
};

export type AccessibleReport = {
	readonly notice: NoticeWithPhase;
	/** Null once a round is public: the round's ledger then gives the numbers. */
	readonly dwellings: readonly ReportedDwelling[] | null;
	/** Letters that would leave now, one a household. */
	readonly letters: number;
	/** Households to tell that have no account to write to. */
	readonly withoutAccount: number;
	/** Households told so far. */
	readonly told: number;
};

/**
 * The report on the accessible dwellings of an opened notice; null for any other notice and for a reader without the
 * right.
 */
export async function readAccessibleReport(
	db: Kysely<Database>,
	noticeId: string,
	by: Actor,
	now: Instant
): Promise<AccessibleReport | null> {
	if (!allows(by, 'officer', 'manager')) return null;
	const found = await findNotice(db, noticeId);
	if (!found) return null;
	const notice = { ...found, phase: noticePhase(found, now) };
	if (notice.phase !== 'open' && notice.phase !== 'closed') return null;
	const invitations = await listInvitations(db, noticeId);
	const told = new Set(invitations.map(({ household }) => household)).size;
	if (await hasPublishedRound(db, noticeId)) return { notice, dwellings: null, letters: 0, withoutAccount: 0, told };
	const lines = await workOutCascade(db, notice);
	const dwellings = reportedDwellings(lines, await listNoticeDwellings(db, noticeId), invitations);
	const readers = new Set((await listReaders(db, noticeId)).map(({ id }) => id));
	const waiting = toTell(lines, invitations);
	const letters = waiting.filter(({ applicationId }) => readers.has(applicationId)).length;
	return { notice, dwellings, letters, withoutAccount: waiting.length - letters, told };
}

function reportedDwellings(
	lines: Awaited<ReturnType<typeof workOutCascade>>,
	dwellings: readonly NoticeDwelling[],
	invitations: Awaited<ReturnType<typeof listInvitations>>
): ReportedDwelling[] {
	const facts = new Map(dwellings.map((dwelling) => [dwelling.id, dwelling]));
	const reported = lines.map(({ dwelling: id, goesTo, toInvite }): ReportedDwelling => {
		const dwelling = facts.get(id)!;
		const { accessClass } = classify(dwelling.measures);
		const told = invitations.filter(({ dwellingId }) => dwellingId === id).length;
		return { dwelling, accessClass, goesTo, didNotList: toInvite.length, told };
	});
	return reported.sort((a, b) => (a.dwelling.code < b.dwelling.code ? -1 : 1));
}
