import { createServer } from 'vite';
import { demoCommand, setForDevelopment, writeGenerated } from './development.js';

// `npm run demo -- offer accepted`: the command of the demo, from its sources, on the database of `npm run dev`.

setForDevelopment(Number(process.env['PORT'] ?? 5173));
writeGenerated();
const server = await createServer({
	server: { middlewareMode: true, hmr: false, ws: false, watch: null },
	logLevel: 'error'
});
const demo = await demoCommand(server);
const code = await demo.run(process.argv.slice(2));
await server.close();
process.exit(code);
