import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './setup.js';

// The long proof. `mutants`: Stryker changes the files that decide who is housed, and their tests must notice. `rounds`:
// 100,000 random rounds must give the same result as the plain version. `histories`: 10,000 random histories with faults of
// the database must leave nothing lost, doubled or half done. `npm run prove -- NAME` runs one.

const bin = (/** @type {string} */ name) => join(root, 'node_modules/.bin', name);

/** Histories read the settings of a demo, and what fails in them is meant to fail. */
const env = { ...process.env, CHIAVI_DEMO: '1', NODE_ENV: 'test', LOG_LEVEL: 'silent' };
const build = [bin('vite'), 'build', '--config', 'tests/proof/vite.config.ts', '--logLevel', 'error'];

/** @type {Record<string, string[][]>} */
const parts = {
	mutants: [[bin('stryker'), 'run']],
	rounds: [build, [process.execPath, '.cache/proof/random-rounds.js']],
	histories: [build, [process.execPath, '.cache/proof/histories.js']]
};

const [only = 'all', ...rest] = process.argv.slice(2);
const chosen = only === 'all' ? Object.keys(parts) : [only];
let failed = false;
for (const part of chosen) {
	const steps = parts[part];
	if (!steps) {
		const ways =
			'mutants [options of Stryker] | rounds [COUNT] [FIRST] | histories [COUNT] [FIRST] [sqlite | postgres]';
		process.stderr.write(`Usage: npm run prove [-- ${ways}]\n`);
		process.exit(2);
	}
	for (const [i, [program = '', ...args]] of steps.entries()) {
		const more = i === steps.length - 1 ? rest : [];
		const { status } = spawnSync(program, [...args, ...more], { cwd: root, stdio: 'inherit', env });
		if (status !== 0) failed = true;
	}
}
process.exit(failed ? 1 : 0);
