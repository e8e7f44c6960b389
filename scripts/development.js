import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.js';

const generated = ['.svelte-kit/tsconfig.json', 'src/lib/paraglide/messages.js'];

/** Writes the types of the routes and the messages where they are missing, as in a fresh clone: the jobs and the demo read them. */
export function writeGenerated() {
	if (generated.every((file) => existsSync(join(root, file)))) return;
	const { status } = spawnSync('npm', ['run', '--silent', 'sync'], { cwd: root, stdio: 'inherit' });
	if (status !== 0) process.exit(status ?? 1);
}

/**
 * Sets what the portal needs to run from its sources as a demo with a database of its own, where nothing was set.
 *
 * @param {number} port
 */
export function setForDevelopment(port) {
	process.chdir(root);
	const settings = {
		CHIAVI_DEMO: '1',
		DATABASE_URL: 'sqlite:data/dev.db',
		LOG_LEVEL: 'warn',
		ORIGIN: `http://localhost:${port}`
	};
	for (const [name, value] of Object.entries(settings)) process.env[name] ??= value;
	// A production shell would make a build of it.
	process.env['NODE_ENV'] = 'development';
}

/**
 * The command of the demo, from its sources.
 *
 * @param {import('vite').ViteDevServer} server
 * @returns {Promise<{ run(args: string[]): Promise<number> }>}
 */
export async function demoCommand(server) {
	return (await server.ssrLoadModule('/src/cli/demo.ts')).demo;
}
