import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'vitest';

/** Builds a program of tests/support/processes, in a folder for each database: both kinds of tests build side by side. */
export function buildProgram(name: string): string {
	const folder = folderOf(name);
	build(folder, '--ssr', `tests/support/processes/${name}.ts`);
	return `${folder}/${name}.js`;
}

/** The same, of a program that runs jobs in threads: they are built beside it. */
export function buildProgramWithJobs(name: string): string {
	build(folderOf(name));
	return buildProgram(name);
}

const folderOf = (name: string) => `.cache/${name}-${process.env['TEST_DATABASE'] ?? 'sqlite'}`;

function build(folder: string, ...more: readonly string[]): void {
	const told = ['build', '--config', 'vite.cli.config.ts', '--outDir', folder, '--logLevel', 'error', ...more];
	const env = { PATH: process.env['PATH'] };
	execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', ...told], { env });
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
