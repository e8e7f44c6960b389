import type { UpdateQueryBuilder, UpdateResult } from 'kysely';

type Revised = { readonly id: string; readonly revision: number };
/** A change of a table whose rows count how often they were changed. */
type Change<DB, Table extends keyof DB> = UpdateQueryBuilder<DB, Table, Table, UpdateResult>;

/** Carries out a change of one row where it is still at `revision`, which is counted up; answers whether it did. */
export async function changeAt<Table extends string, Row extends Revised>(
	change: Change<Record<Table, Row>, Table>,
	{ id, revision }: Revised
): Promise<boolean> {
	const { numUpdatedRows } = await (change as unknown as Change<{ row: Revised }, 'row'>)
		.set({ revision: revision + 1 })
		.where('id', '=', id)
		.where('revision', '=', revision)
		.executeTakeFirstOrThrow();
	return numUpdatedRows > 0n;
}
