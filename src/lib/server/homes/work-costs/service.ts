import type { Kysely, Transaction } from 'kysely';
import { works, type Work, type WorkCost, type WorkCosts } from '$lib/domain/accessibility/works';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { versionOf } from '$lib/server/homes/dwellings/version';
import { listCosts, writeCost } from './repository';

const none: WorkCost = { minCents: null, maxCents: null };

/** What each work may cost, in the order of the works; a work without a range is there too, empty. */
export async function readWorkCosts(db: Kysely<Database>) {
	const costs = await listCosts(db);
	const all = works.map((work) => ({ work, ...(costs[work] ?? none) }));
	return { costs, all, version: versionOf(all) };
}

export type WorkCostProblem = 'not-allowed' | 'stale';

/** Writes the cost ranges of works, unless another person did since `version`. In cents. */
export async function saveWorkCosts(
	trx: Transaction<Database>,
	{ costs, version }: { readonly costs: Readonly<Record<Work, WorkCost>>; readonly version: string },
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: WorkCostProblem }> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const before = await readWorkCosts(trx);
	const changed = works.filter((work) => !same(before.costs[work] ?? none, costs[work]));
	// A second click finds its own change and does nothing more.
	if (changed.length === 0) return { ok: true };
	if (before.version !== version) return { ok: false, problem: 'stale' };
	for (const work of changed) await writeCost(trx, work, costs[work], by.id, now);
	const subject = { type: 'work_costs', id: 'works' } as const;
	record(trx, {
		event: 'work_costs_changed',
		by,
		subject,
		at: now,
		detail: beforeAndAfter(changed, before.costs, costs)
	});
	return { ok: true };
}

const same = (a: WorkCost, b: WorkCost) => a.minCents === b.minCents && a.maxCents === b.maxCents;

const written = ({ minCents, maxCents }: WorkCost) => `${minCents ?? ''}-${maxCents ?? ''}`;

/** Each changed range in cents, as it was and as it is. */
const beforeAndAfter = (changed: readonly Work[], before: WorkCosts, after: WorkCosts) =>
	Object.fromEntries(
		changed.flatMap((work) => [
			[`${work}_before`, written(before[work] ?? none)],
			[`${work}_after`, written(after[work] ?? none)]
		])
	);
