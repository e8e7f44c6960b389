import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };

/** The command line, built beside the server: `node build/cli.js`. Runs after the server's build, which empties the folder. */
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
			input: { cli: 'src/cli.ts' },
			output: { entryFileNames: '[name].js', chunkFileNames: 'cli/[name]-[hash].js' }
		}
	}
});
