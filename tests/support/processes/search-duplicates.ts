import { createDatabase } from '$lib/server/platform/db/database';
import { findDuplicates } from '$lib/server/requests/duplicates/find';
import { waitForEver } from './wait-for-ever';

// Looks for people who may be one as a process of its own, and waits for ever where it is told to: `search-duplicates DATABASE
// NOW WHERE`. `inside`: the first clusters are written, and nothing is committed. `committed`: some clusters are there, and
// more are still to come. killed.test.ts kills it there.

const [url = '', now = '', where = ''] = process.argv.slice(2);
const database = createDatabase(url);
const transact: typeof database.transact = async (work) => {
	const done = await database.transact(async (trx) => {
		const written = await work(trx);
		if (where === 'inside') await waitForEver(where);
		return written;
	});
	return where === 'committed' ? waitForEver(where) : done;
};
await findDuplicates({ ...database, transact }, now);
