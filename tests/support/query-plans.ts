import { CompiledQuery, type Kysely, type KyselyPlugin, type RootOperationNode } from 'kysely';
import type { Database } from '../../src/lib/server/schema';

/**
 * The steps of `read` that SQLite finds without an index, as its query plans name them: each reads its whole table, which
 * grows with the portal.
 */
export async function wholeTablesRead(
	db: Kysely<Database>,
	read: (db: Kysely<Database>) => Promise<unknown>
): Promise<string[]> {
	const queries: RootOperationNode[] = [];
	const watch: KyselyPlugin = {
		transformQuery: ({ node }) => (queries.push(node), node),
		transformResult: async ({ result }) => result
	};
	await read(db.withPlugin(watch));
	const found = new Set<string>();
	for (const node of queries) {
		const { sql, parameters, queryId } = db.getExecutor().compileQuery(node, { queryId: 'plan' });
		const plan = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
		const { rows } = await db.executeQuery<{ detail: string }>({ ...plan, queryId });
		for (const { detail } of rows) if (detail.startsWith('SCAN ')) found.add(`${detail}: ${sql}`);
	}
	return [...found];
}
