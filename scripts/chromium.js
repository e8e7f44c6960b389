import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

const run = promisify(execFile);

const KNOWN = [
	'/usr/bin/chromium-headless-shell',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable'
];

/**
 * Of each switch Chromium hears the last: Playwright's own list, and what a page of one site pays for and does not need.
 * RenderDocument gives each page of a site a new frame to be painted in from nothing: a third of the time of a page.
 */
const WITHOUT = [
	'AvoidUnnecessaryBeforeUnloadCheckSync',
	'DestroyProfileOnBrowserClose',
	'HttpsUpgrades',
	'HttpsFirstBalancedModeAutoEnable',
	'LensOverlay',
	'MediaRouter',
	'PaintHolding',
	'ThirdPartyStoragePartitioning',
	'AvoidCorsURLLoaderRestartOnRedirect',
	'OptimizationHints',
	'NetworkTimeServiceQuerying',
	'AimEnabled',
	'PreconnectToSearch',
	'RenderDocument'
];

/** What Chromium needs where it runs as root or without a network. */
export const chromiumArguments = [
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	'--disable-gpu',
	// A process for each site, one ready for the next, and one to paint, are for many sites and a screen: here they are a fifth of the time.
	'--process-per-site',
	'--renderer-process-limit=1',
	'--disable-site-isolation-trials',
	`--disable-features=${WITHOUT.join(',')}`,
	'--in-process-gpu',
	// A test opens a page once: what the browser compiles to run fast is thrown away with it, and was a third of its time.
	'--js-flags=--no-maglev --no-turbofan',
	'--disable-quic',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/** The browser to test with: the one named, the system's, or Playwright's own; undefined when there is none. */
export function findChromium() {
	const named = process.env['CHROMIUM_PATH'];
	if (named) return named;
	const system = KNOWN.find((path) => existsSync(path));
	if (system) return system;
	try {
		const own = createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
		return existsSync(own) ? own : undefined;
	} catch {
		return undefined;
	}
}

/** Finds a browser or installs one: Playwright's build first, the system's package where that cannot be downloaded. */
export async function ensureChromium() {
	const found = findChromium();
	if (found) return found;
	process.stdout.write('No browser found: installing one for the end-to-end tests.\n');
	await run('npx', ['playwright', 'install', 'chromium']).catch(() => {});
	if (!findChromium() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		await run('apt-get', ['update']).catch(() => {});
		await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium-headless-shell']);
	}
	const installed = findChromium();
	if (!installed) throw new Error('No Chromium could be installed: install one and set CHROMIUM_PATH to its program.');
	return installed;
}
