import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { install, requireNode, root } from './setup.js';

// The demo from its sources: no setting and no build. It has a database of its own, loaded when it is empty.

requireNode();
if (!existsSync(join(root, 'node_modules'))) await install();
const { createServer } = await import('vite');
const { buildJobs } = await import('./build-jobs.js');
const { demoCommand, setForDevelopment, writeGenerated } = await import('./development.js');

const port = Number(process.env['PORT'] ?? 5173);
const jobs = join(root, '.cache/dev');
process.env['CHIAVI_JOBS'] ??= join(jobs, 'workers');
setForDevelopment(port);
writeGenerated();

const [watched, server] = await Promise.all([buildJobs(jobs), createServer({ server: { port, strictPort: true } })]);
const demo = await demoCommand(server);
if ((await demo.run(['load', '--if-empty'])) !== 0) process.exit(1);
await server.listen();
await demo.run(['accounts']);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
	process.once(signal, async () => {
		await Promise.all([watched.close(), server.close()]);
		process.exit(0);
	});
}
