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

/** Chromium refuses its sandbox to root, and there is no graphics card to draw with. */
export const chromiumArguments = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'];

/** Finds the browser to test with: the one that CHROMIUM_PATH names, the system's, or Playwright's own. */
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

/** Finds a browser or installs one: Playwright's build, or the system's package if that cannot be downloaded. */
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
