import { disagreementOf } from '../support/disagreement';

/**
 * Compares random rounds, one for each seed, with the plain version: `random-rounds [COUNT] [FIRST]`. Stops at the
 * first difference, with the seed and the smallest round that shows it.
 */
const COUNT = 100_000;
const REPORT = 10_000;

const [count, first] = [Number(process.argv[2] ?? COUNT), Number(process.argv[3] ?? 1)];
if (!Number.isSafeInteger(count) || !Number.isSafeInteger(first) || count < 1) {
	process.stderr.write('Usage: random-rounds [COUNT] [FIRST]\n');
	process.exit(2);
}

const began = performance.now();
const report = (done: number) => {
	const seconds = (performance.now() - began) / 1000;
	process.stdout.write(`${done} of ${count} random rounds agree, ${(done / seconds).toFixed(0)} seeds a second\n`);
};

for (let done = 0; done < count; done++) {
	const difference = disagreementOf(first + done);
	if (difference) {
		process.stdout.write(`seed ${first + done} differs: ${difference.what}\n${JSON.stringify(difference.round)}\n`);
		process.exit(1);
	}
	if ((done + 1) % REPORT === 0) report(done + 1);
}
report(count);
