import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './scripts/chromium.js';
import type { PortalOptions } from './tests/support/portal';

export default defineConfig<PortalOptions>({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	globalSetup: './tests/support/world.ts',
	fullyParallel: true,
	workers: 2,
	timeout: 180_000,
	expect: { timeout: 20_000 },
	forbidOnly: true,
	retries: 0,
	reporter: [['line'], ['json', { outputFile: 'test-results/e2e.json' }]],
	use: {
		locale: 'it-IT',
		// Without smooth scrolling, which tests would wait for before each click.
		contextOptions: { reducedMotion: 'reduce' },
		timezoneId: 'Europe/Rome',
		launchOptions: { executablePath: findChromium(), args: chromiumArguments },
		// Set CHIAVI_TRACE=1 to keep a trace of each test that fails.
		trace: process.env['CHIAVI_TRACE'] ? 'retain-on-failure' : 'off',
		screenshot: 'only-on-failure'
	},
	projects: [
		// The journey from request to keys also runs on PostgreSQL with two server processes. The integration tests try everything
		// else on both databases.
		{ name: 'postgres', use: { databaseKind: 'postgres' }, testMatch: /thread\/request-to-keys\.spec\.ts/ },
		{ name: 'sqlite', use: { databaseKind: 'sqlite' } }
	]
});
