import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { goingKinds, retentionOf } from '$lib/domain/retention/retention-times';
import { newId } from '$lib/server/ids';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { readCounts } from './counts';
import { countDue } from './due-repository';
import * as repository from './repository';

export type RetentionProblem = 'not-allowed' | 'nothing' | 'open-already' | 'gone' | 'own-list';
export type RetentionDone = { readonly ok: true } | { readonly ok: false; readonly problem: RetentionProblem };

/** Ended lists that the page shows. */
const SHOWN = 20;

/** What is due by kind, with its rule; the list that waits or runs; and the lists before. It names nobody. */
export async function readRetention(db: Kysely<Database>, now: Instant) {
	const kinds = [];
	for (const kind of goingKinds) {
		const { value: years, certainty, source } = retentionOf(kind, now);
		kinds.push({ kind, years, certainty, source, ...(await countDue(db, kind, now)) });
	}
	const open = await repository.findOpen(db);
	const ended = await repository.listEnded(db, SHOWN);
	return { kinds, open: open ? counted(open) : null, ended: ended.map(counted) };
}

const counted = <Run extends { readonly shown: string; readonly gone: string }>(run: Run) => ({
	...run,
	shown: readCounts(run.shown),
	gone: readCounts(run.gone)
});

/** The first of two persons asks that what is due now goes. */
export async function proposeRetention(trx: Transaction<Database>, by: Actor, now: Instant): Promise<RetentionDone> {
	if (!allows(by, 'manager')) return { ok: false, problem: 'not-allowed' };
	const open = await repository.findOpen(trx);
	if (open) return open.proposedById === by.id ? { ok: true } : { ok: false, problem: 'open-already' };
	const counts: Record<string, number> = {};
	for (const kind of goingKinds) counts[kind] = (await countDue(trx, kind, now)).count;
	if (Object.values(counts).every((count) => count === 0)) return { ok: false, problem: 'nothing' };
	const id = newId();
	const run = { id, slot: 1, shown: JSON.stringify(counts), gone: '{}', proposed_by: by.id, proposed_at: now };
	await repository.insertRun(trx, run);
	const subject = { type: 'retention_run', id } as const;
	record(trx, { event: 'retention_proposed', by, subject, detail: counts, at: now });
	return { ok: true };
}

/**
 * The second person agrees, and the job removes what is lost for good; or somebody withdraws the list. Who asked does not agree
 * too.
 */
export async function decideRetention(
	trx: Transaction<Database>,
	{ id, outcome }: { readonly id: string; readonly outcome: 'confirmed' | 'withdrawn' },
	by: Actor,
	now: Instant
): Promise<RetentionDone> {
	if (!allows(by, 'manager')) return { ok: false, problem: 'not-allowed' };
	const open = await repository.findOpen(trx);
	if (open?.id !== id) return { ok: false, problem: 'gone' };
	if (open.outcome === outcome) return { ok: true };
	if (outcome === 'confirmed' && open.proposedById === by.id) return { ok: false, problem: 'own-list' };
	if (!(await repository.decide(trx, id, { outcome, by: by.id, at: now }))) return { ok: false, problem: 'gone' };
	const event = outcome === 'confirmed' ? 'retention_confirmed' : 'retention_withdrawn';
	record(trx, { event, by, subject: { type: 'retention_run', id }, at: now });
	return { ok: true };
}
