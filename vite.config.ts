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

/** Test files share the modules they import (`isolate: false`), so that each does not load the whole application again. */
const integration = (database: 'sqlite' | 'postgres') => ({
	extends: true as const,
	test: {
		name: database,
		environment: 'node',
		include: ['tests/{integration,faults}/**/*.test.ts'],
		env: { TEST_DATABASE: database, CHIAVI_DEMO: '1', LOG_LEVEL: 'silent', FILES_FOLDER: '.cache/test/files' },
		setupFiles: ['tests/support/real-clock.ts'],
		globalSetup: database === 'postgres' ? ['tests/support/postgres-server.ts'] : [],
		isolate: false,
		testTimeout: 60_000,
		hookTimeout: 120_000
	}
});

/** The small files that nearly every page loads are sent as two. Each by itself would cost its headers and compress worse. */
const chunkGroups = [
	{
		name: 'frame',
		test: /node_modules[\\/](svelte|esm-env|clsx|@sveltejs)|paraglide[\\/](runtime|registry)/,
		priority: 2
	},
	{ name: 'shared', test: /src[\\/]lib[\\/](ui|words|i18n|paraglide)/, minShareCount: 48, priority: 1 }
];

export default defineConfig(({ command }) => ({
	// `npm run build` has compiled the messages before, one file a message, so that a page loads only its own.
	plugins: [command === 'build' ? [] : messages, sveltekit()],
	build: {
		rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } },
		// Without this, the first file of every page lists the files of all other pages: three kilobytes.
		modulePreload: { polyfill: false, resolveDependencies: (_, files) => files.filter((name) => name.endsWith('.css')) }
	},
	css: {
		postcss: { plugins: [dropUnusedRules()] },
		preprocessorOptions: { scss: { quietDeps: true, silenceDeprecations: ['import'] } }
	},
	test: {
		// By default vitest leaves one core unused.
		maxWorkers: availableParallelism(),
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
