import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, install, requireNode, root } from './setup.js';

// The demo in one command: installs, builds, loads the demo world, and serves it to this machine only. Production runs
// `node build`.

requireNode();
await install();
await build();

const port = process.env['PORT'] ?? '3000';
const environment = {
	...process.env,
	CHIAVI_DEMO: process.env['CHIAVI_DEMO'] ?? '1',
	HOST: process.env['HOST'] ?? '127.0.0.1',
	PORT: port,
	ORIGIN: process.env['ORIGIN'] ?? `http://localhost:${port}`,
	BODY_SIZE_LIMIT: process.env['BODY_SIZE_LIMIT'] ?? '32M',
	LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn'
};

const options = { cwd: root, env: environment, stdio: /** @type {const} */ ('inherit') };
const loaded = spawnSync(process.execPath, [join(root, 'build/cli.js'), 'demo', 'load', '--if-empty'], options);
if (loaded.status !== 0) process.exit(loaded.status ?? 1);

const server = spawn(process.execPath, [join(root, 'build')], options);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
	process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));

await untilReady(`http://127.0.0.1:${port}/api/health/ready`);
spawnSync(process.execPath, [join(root, 'build/cli.js'), 'demo', 'accounts'], options);

/** @param {string} address */
async function untilReady(address) {
	for (let attempt = 0; attempt < 600; attempt += 1) {
		const answer = await fetch(address).catch(() => undefined);
		if (answer?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}
