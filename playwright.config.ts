import { defineConfig } from '@playwright/test';
import { setFlagsFromString } from 'node:v8';
import { chromiumArguments, findChromium } from './scripts/chromium.js';
import type { PortalOptions } from './tests/support/portal';

// A worker lives for minutes and does a thousand different things once.
setFlagsFromString('--interrupt-budget=2000000');

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
		// Smooth scrolling repaints the page sixty times a second before each click.
		contextOptions: { reducedMotion: 'reduce' },
		timezoneId: 'Europe/Rome',
		launchOptions: { executablePath: findChromium(), args: chromiumArguments },
		// A trace of every page costs a fifth of the time: ask for it when a test has failed.
		trace: process.env['CHIAVI_TRACE'] ? 'retain-on-failure' : 'off',
		screenshot: 'only-on-failure'
	},
	projects: [
		// From request to keys once more, on PostgreSQL and two server processes: the longest of all, so that nothing waits for it at
		// the end. What else differs between databases is tried on both by the integration tests, in a tenth of the time.
		{ name: 'postgres', use: { databaseKind: 'postgres' }, testMatch: /thread\/request-to-keys\.spec\.ts/ },
		{ name: 'sqlite', use: { databaseKind: 'sqlite' } }
	]
});
