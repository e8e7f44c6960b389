import { carryOutRetention } from '../../../src/lib/server/desk/retention/carry-out';
import { createDatabase } from '../../../src/lib/server/platform/db/database';

/** Carries out a list, and waits for its end inside the second batch. */
const [url = '', now = ''] = process.argv.slice(2);
const database = createDatabase(url);
let batches = 0;
const transact: typeof database.transact = (work) =>
	database.transact(async (trx) => {
		const done = await work(trx);
		batches += 1;
		if (batches === 2) {
			process.stdout.write('inside');
			await new Promise((resolve) => setTimeout(resolve, 2 ** 30));
		}
		return done;
	});
await carryOutRetention({ transact }, now);
