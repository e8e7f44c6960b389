import type { Kysely, Transaction } from 'kysely';
import { works, type Work, type WorkCost, type WorkCosts } from '$lib/domain/accessibility/works';
import type { Database } from '$lib/server/schema';

const cents = (value: number | string | null) => (value === null ? null : Number(value));

/** The ranges that the agency entered, by work; a work without a range has no row. */
export async function listCosts(db: Kysely<Database>): Promise<WorkCosts> {
	const rows = await db.selectFrom('work_costs').select(['work', 'min_cents', 'max_cents']).execute();
	const known = rows.filter(({ work }) => (works as readonly string[]).includes(work));
	return Object.fromEntries(
		known.map((row) => [row.work, { minCents: cents(row.min_cents), maxCents: cents(row.max_cents) }])
	);
}

export async function writeCost(
	trx: Transaction<Database>,
	work: Work,
	{ minCents, maxCents }: WorkCost,
	by: string,
	at: string
): Promise<void> {
	const values = { min_cents: minCents, max_cents: maxCents, changed_at: at, changed_by: by };
	await trx
		.insertInto('work_costs')
		.values({ work, ...values })
		.onConflict((conflict) => conflict.column('work').doUpdateSet(values))
		.execute();
}
