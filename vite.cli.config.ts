import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };

/** Every `<name>.worker.ts` of the server, and the thread that runs them: build/workers/<name>.js. */
const jobs = readdirSync(new URL('./src/lib/server', import.meta.url), { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.worker.ts'))
	.map((file) => [basename(file, '.worker.ts'), `src/lib/server/${file}`] as const);
const THREAD = /\.worker\.ts$|server\/platform\/workers\/thread\.ts$/;

/** The command line and the jobs, built beside the server: `node build/cli.js`. Runs after the server's build, which empties the folder. */
export default defineConfig({
	resolve: { alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) } },
	ssr: { noExternal: true, external: [...Object.keys(manifest.dependencies), 'highs'] },
	publicDir: false,
	build: {
		ssr: true,
		target: 'node20',
		outDir: 'build',
		emptyOutDir: false,
		sourcemap: true,
		rolldownOptions: {
			input: { cli: 'src/cli.ts', thread: 'src/lib/server/platform/workers/thread.ts', ...Object.fromEntries(jobs) },
			output: {
				entryFileNames: ({ facadeModuleId }) => (THREAD.test(facadeModuleId ?? '') ? 'workers/[name].js' : '[name].js'),
				chunkFileNames: 'cli/[name]-[hash].js'
			}
		}
	}
});
