import { failureOf } from '../faults/first-failing';
import { reusedOnPostgres } from '../faults/reused-databases';
import { StageDatabases } from '../faults/stage-databases';
import { sqliteCopies } from '../support/database-copies';
import { startPostgres } from '../support/postgres-server';

/**
 * Runs random histories of the services with faults of the database, one for each seed: `histories [COUNT] [FIRST]
 * [sqlite | postgres]`. Stops at the first that leaves something broken, with the seed and the smallest such history.
 */
const COUNT = 10_000;
const REPORT = 500;

const [count, first, kind] = [
	Number(process.argv[2] ?? COUNT),
	Number(process.argv[3] ?? 1),
	process.argv[4] ?? 'sqlite'
];
if (
	!Number.isSafeInteger(count) ||
	!Number.isSafeInteger(first) ||
	count < 1 ||
	!['sqlite', 'postgres'].includes(kind)
) {
	process.stderr.write('Usage: histories [COUNT] [FIRST] [sqlite | postgres]\n');
	process.exit(2);
}

const server = kind === 'postgres' ? await startPostgres() : null;
const stages = new StageDatabases(server ? reusedOnPostgres(server.url) : sqliteCopies());
const began = performance.now();
const report = (done: number) => {
	const seconds = (performance.now() - began) / 1000;
	process.stdout.write(`${done} of ${count} histories on ${kind} hold, ${(done / seconds).toFixed(1)} a second\n`);
};

let failure: string | null = null;
for (let done = 0; done < count && failure === null; done += 1) {
	failure = await failureOf(stages, first + done);
	if (failure === null && ((done + 1) % REPORT === 0 || done + 1 === count)) report(done + 1);
}
await server?.stop();
if (failure) process.stdout.write(`${failure}\n`);
process.exit(failure ? 1 : 0);
