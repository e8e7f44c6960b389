import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './setup.js';

// The long proof: every change a machine can think of making to the engine is noticed by its tests, and 100,000 random
// rounds come out as the plain version has them. `npm run prove -- rounds` and `-- mutants` run one half.

const bin = (/** @type {string} */ name) => join(root, 'node_modules/.bin', name);

/** @type {Record<string, string[][]>} */
const parts = {
	rounds: [
		[bin('vite'), 'build', '--config', 'vite.cli.config.ts', '--logLevel', 'error', '--outDir', '.cache/proof'].concat([
			'--ssr',
			'tests/proof/random-rounds.ts'
		]),
		[process.execPath, '.cache/proof/random-rounds.js']
	],
	mutants: [[bin('stryker'), 'run']]
};

const [only = 'all', ...rest] = process.argv.slice(2);
const chosen = only === 'all' ? ['mutants', 'rounds'] : [only];
let failed = false;
for (const part of chosen) {
	const steps = parts[part];
	if (!steps) {
		process.stderr.write('Usage: npm run prove [-- rounds [COUNT] [FIRST] | mutants [options of Stryker]]\n');
		process.exit(2);
	}
	for (const [i, [program = '', ...args]] of steps.entries()) {
		const more = i === steps.length - 1 ? rest : [];
		const { status } = spawnSync(program, [...args, ...more], { cwd: root, stdio: 'inherit' });
		if (status !== 0) failed = true;
	}
}
process.exit(failed ? 1 : 0);
