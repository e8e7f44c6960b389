import { createDatabase } from '$lib/server/platform/db/database';
import { decideCluster } from '$lib/server/requests/duplicates/service';
import { waitForEver } from './wait-for-ever';

// Takes the people of a cluster for one person as a process of its own, and waits for ever where it is told to:
// `decide-duplicate DATABASE OFFICER CLUSTER REASON NOW WHERE`. `inside`: all of it is written, and nothing is committed.
// `committed`: nobody was answered. killed.test.ts kills it there.

const [url = '', officer = '', id = '', reason = '', now = '', where = ''] = process.argv.slice(2);
const database = createDatabase(url);
const by = { id: officer, role: 'officer', organisationId: null, name: '', demo: false } as const;
const given = { id, revision: 0, decision: 'unused', outcome: 'same', reason, persons: null } as const;
await database.transact(async (trx) => {
	const done = await decideCluster(trx, given, by, now);
	if (!done.ok) throw new Error(done.problem);
	if (where === 'inside') await waitForEver(where);
	return done;
});
await waitForEver(where);
