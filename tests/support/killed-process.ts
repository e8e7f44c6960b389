import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'vitest';

/** Builds a program of tests/support/processes, in a folder for each database: both kinds of tests build side by side. */
export function buildProgram(name: string): string {
	const folder = `.cache/${name}-${process.env['TEST_DATABASE'] ?? 'sqlite'}`;
	const program = `tests/support/processes/${name}.ts`;
	const build = ['build', '--config', 'vite.cli.config.ts', '--outDir', folder, '--ssr', program];
	const env = { PATH: process.env['PATH'] };
	execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', ...build, '--logLevel', 'error'], { env });
	return `${folder}/${name}.js`;
}

/** Where a program waits for its end: before it commits what it did, or after. */
export type Moment = 'inside' | 'committed';

/** Starts a program, and kills it once it says that it waits at `where`, its last argument. */
export async function runAndKill(program: string, args: readonly string[], where: Moment): Promise<void> {
	const env = { ...process.env };
	const running = spawn(process.execPath, [program, ...args, where], { env, stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = once(running, 'exit');
	const [said] = (await Promise.race([once(running.stdout, 'data'), ended])) as [unknown];
	expect(String(said)).toBe(where);
	running.kill('SIGKILL');
	expect((await ended)[1]).toBe('SIGKILL');
}
