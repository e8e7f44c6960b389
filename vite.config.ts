import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { dropUnusedRules } from './scripts/drop-unused-rules.js';

const messages = paraglideVitePlugin({
	project: './project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['url', 'cookie', 'baseLocale']
});

/** Files share what they import: reading the application anew for each took longer than its tests. */
const integration = (database: 'sqlite' | 'postgres') => ({
	extends: true as const,
	test: {
		name: database,
		environment: 'node',
		include: ['tests/integration/**/*.test.ts'],
		env: { TEST_DATABASE: database, CHIAVI_DEMO: '1', LOG_LEVEL: 'silent' },
		globalSetup: database === 'postgres' ? ['tests/support/postgres-server.ts'] : [],
		isolate: false,
		testTimeout: 60_000,
		hookTimeout: 120_000
	}
});

/** Small files that nearly every page loads travel as two: a file each costs its headers and compresses worse. */
const chunkGroups = [
	{
		name: 'frame',
		test: /node_modules[\\/](svelte|esm-env|clsx|@sveltejs)|paraglide[\\/](runtime|registry)/,
		priority: 2
	},
	{ name: 'shared', test: /src[\\/]lib[\\/](ui|words|i18n|paraglide)/, minShareCount: 20, priority: 1 }
];

/** Messages were just compiled, as they would be here (`npm run sync`): each project of tests would do it anew. */
const compiled = process.env['CHIAVI_MESSAGES'] === 'compiled';

export default defineConfig(({ command }) => ({
	// A build has compiled them before: one file a message, so that a page sends its own only. Everything else reads one a language.
	plugins: [compiled || command === 'build' ? [] : messages, sveltekit()],
	// Hundreds of small files, one by one, were nearly half of the time a server takes to start.
	ssr: { noExternal: command === 'build' ? ['kysely'] : [] },
	build: {
		rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } },
		// The first file of every page would list what each other page is made of: three kilobytes, to save a later page a trip.
		modulePreload: { polyfill: false, resolveDependencies: (_, files) => files.filter((name) => name.endsWith('.css')) }
	},
	css: {
		postcss: { plugins: [dropUnusedRules()] },
		preprocessorOptions: { scss: { quietDeps: true, silenceDeprecations: ['import'] } }
	},
	test: {
		// Left to itself it keeps a core free for the editor.
		maxWorkers: availableParallelism(),
		// What one project has read need not be read again by the other two; kept for one run, as what was kept longer could be old.
		experimental: { fsModuleCache: compiled, fsModuleCachePath: 'test-results/modules' },
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['tests/unit/**/*.test.ts'],
					isolate: false,
					testTimeout: 60_000
				}
			},
			integration('sqlite'),
			integration('postgres')
		]
	}
}));
