import { verifyChain } from '$lib/server/platform/audit/verify';
import type { World } from '../world';
import { acts } from './acts';
import { answers } from './answers';
import { counts } from './counts';
import { housing } from './housing';
import { messages } from './messages';
import { readRows } from './rows';

/** What does not hold after a history, a sentence each. */
export async function violations(world: World): Promise<string[]> {
	const rows = await readRows(world.database);
	const chain = await verifyChain(world.database.db);
	return [
		...(chain.ok ? [] : [`the log is broken at entry ${chain.seq}: ${chain.problem}`]),
		...acts(world, rows),
		...(await answers(world, rows)),
		...counts(rows, world.cast),
		...housing(rows),
		...messages(world, rows)
	];
}
