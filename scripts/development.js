import { root } from './setup.js';

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
