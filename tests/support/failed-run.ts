import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

// A test file that fails where this variable is set, so that a run that fails can be tried.
const VARIABLE = 'FAIL_ON_PURPOSE';

export const failsOnPurpose = process.env[VARIABLE] === '1';

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');

/** Runs a test file of a project of vitest so that it fails; answers the exit code and what was printed. */
export function failedRun(project: string, file: string): Promise<{ code: number | null; printed: string }> {
	const args = [vitest, 'run', '--project', project, '--reporter=dot', file];
	const child = spawn(process.execPath, args, { env: { ...process.env, [VARIABLE]: '1', NO_COLOR: '1' } });
	let printed = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (printed += text.toString()));
	return new Promise((resolve, reject) => {
		child.once('error', reject).once('close', (code) => resolve({ code, printed }));
	});
}
