import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, inject, it } from 'vitest';

/** Both as a person would call them: vitest's own settings would build for development. */
const env = { PATH: process.env['PATH'] };
const program = 'tests/support/processes/lose-connection.ts';

/** What a process of its own says after it lost the connection of a transaction; rejects when the process crashed. */
async function lose(way: string): Promise<unknown> {
	const args = ['.cache/processes/lose-connection.js', inject('postgresUrl'), way];
	const { stdout } = await promisify(execFile)(process.execPath, args, { env, timeout: 30_000 });
	return JSON.parse(stdout);
}

// SQLite is a file: there is no connection to lose.
describe.runIf(process.env['TEST_DATABASE'] === 'postgres')(
	'a connection that is lost while a transaction holds it ends the transaction, not the process',
	() => {
		beforeAll(() => {
			const build = ['build', '--config', 'vite.cli.config.ts', '--outDir', '.cache/processes', '--ssr', program];
			execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', ...build, '--logLevel', 'error'], { env });
		});

		it.each([
			['ended-by-operator', '57P01'],
			['idle-for-too-long', '25P03'],
			['reset-by-network', 'ECONNRESET'],
			['in-a-statement', '57P01']
		])('%s', async (way, code) => {
			expect(await lose(way)).toEqual({ code, outage: true, next: 1 });
		});
	}
);
