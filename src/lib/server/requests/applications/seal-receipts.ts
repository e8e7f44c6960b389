import type { Transaction } from 'kysely';
import { isPast } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { leavesText, receiptsRoot, sortLeaves } from '$lib/domain/receipt/receipt-tree';
import { lockNotice } from '$lib/server/notices/notices/repository';
import { record } from '$lib/server/platform/audit/record';
import { system } from '$lib/server/platform/auth/actor';
import type { AppDatabase } from '$lib/server/platform/db/database';
import type { Database } from '$lib/server/schema';
import { findClosing, findSealed, insertSealed, listLeavesAt, listUnsealed } from './receipts-repository';

/**
 * Seals the receipts of a closed notice: the root of the tree of all requests that were live at closing. The job or the
 * first round does it, once; the result does not depend on when it runs. A notice that is still open is left alone.
 */
export async function sealReceipts(trx: Transaction<Database>, noticeId: string, now: Instant): Promise<void> {
	await lockNotice(trx, noticeId);
	const closesAt = await findClosing(trx, noticeId);
	if (closesAt === undefined || !isPast(closesAt, now) || (await findSealed(trx, noticeId))) return;
	const leaves = sortLeaves(await listLeavesAt(trx, noticeId, closesAt));
	const sealed = { root: receiptsRoot(leaves), count: leaves.length };
	const first = await insertSealed(trx, { notice_id: noticeId, ...sealed, leaves: leavesText(leaves), sealed_at: now });
	if (!first) return;
	const subject = { type: 'notice', id: noticeId } as const;
	record(trx, { event: 'receipts_sealed', by: system, subject, detail: sealed, at: now });
}

/** Seals every notice that has closed, each in a transaction of its own; answers how many. */
export async function sealDueReceipts({ db, transact }: AppDatabase, now: Instant): Promise<number> {
	const due = await listUnsealed(db, now);
	for (const id of due) await transact((trx) => sealReceipts(trx, id, now));
	return due.length;
}
