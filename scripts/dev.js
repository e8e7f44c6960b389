import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildJobs } from './build-jobs.js';
import { install, requireNode, root } from './setup.js';

// The demo from its sources: no setting and no build. It has a database of its own, loaded when it is empty.

requireNode();
if (!existsSync(join(root, 'node_modules'))) await install();
process.chdir(root);

const port = Number(process.env['PORT'] ?? 5173);
const jobs = join(root, '.cache/dev');
const settings = {
	CHIAVI_DEMO: '1',
	CHIAVI_JOBS: join(jobs, 'workers'),
	DATABASE_URL: 'sqlite:data/dev.db',
	LOG_LEVEL: 'warn',
	ORIGIN: `http://localhost:${port}`
};
for (const [name, value] of Object.entries(settings)) process.env[name] ??= value;
// A production shell would make a build of it.
process.env['NODE_ENV'] = 'development';

const { createServer } = await import('vite');
const [watched, server] = await Promise.all([buildJobs(jobs), createServer({ server: { port, strictPort: true } })]);
const { demo } = await server.ssrLoadModule('/src/cli/demo.ts');
if ((await demo.run(['load', '--if-empty'])) !== 0) process.exit(1);
await server.listen();
await demo.run(['accounts']);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
	process.once(signal, async () => {
		await Promise.all([watched.close(), server.close()]);
		process.exit(0);
	});
}
