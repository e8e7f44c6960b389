import { eraseAccount } from '$lib/server/desk/rights/erase-service';
import { createDatabase } from '$lib/server/platform/db/database';
import { waitForEver } from './wait-for-ever';

// Erases an account as a process of its own, and waits for ever where it is told to: `erase-account DATABASE ACCOUNT NOW WHERE`.
// `inside`: the key is shredded, and nothing is committed. `committed`: the traces in the write-ahead log are still there.
// erase-killed.test.ts kills it there.

const [databaseUrl = '', id = '', now = '', where = ''] = process.argv.slice(2);
const database = createDatabase(databaseUrl);
const by = { id, role: 'applicant', organisationId: null, name: '', demo: false } as const;
await database.transact(async (trx) => {
	const done = await eraseAccount(trx, by, now);
	if (!done.ok) throw new Error(done.problem);
	if (where === 'inside') await waitForEver(where);
	return done;
});
await waitForEver(where);
