import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './setup.js';

// The long proof. `mutants`: Stryker changes the files that decide who is housed, and their tests must notice. `rounds`:
// 100,000 random rounds must give the same result as the plain version. `npm run prove -- mutants` and `-- rounds` run one.

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
