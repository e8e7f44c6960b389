import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Prepares a clone to run. It installs and builds, each only if something is missing or has changed. It needs only
// Node.

export const root = fileURLToPath(new URL('..', import.meta.url));

const BUILT_FROM = [
	'src',
	'migrations',
	'static',
	'project.inlang/settings.json',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts',
	'vite.cli.config.ts'
];
const GENERATED = /^(paraglide|node_modules)$/;
const INSTALLED = join(root, 'node_modules/.installed-lock');
const BUILT = join(root, 'build/.built-from');

/** @type {import('node:child_process').StdioOptions} */
const stdio = ['ignore', 'inherit', 'inherit'];

/** @param {string} path @param {import('node:crypto').Hash} hash */
function addTo(path, hash) {
	if (!existsSync(path)) return;
	if (statSync(path).isDirectory()) {
		const names = readdirSync(path).filter((name) => !GENERATED.test(name));
		for (const name of names.sort()) addTo(join(path, name), hash);
	} else {
		hash.update(path.slice(root.length)).update(readFileSync(path));
	}
}

/** A hash of the contents. In a fresh clone, times of change mean nothing. @param {string[]} paths */
function hashOf(paths) {
	const hash = createHash('sha256');
	for (const path of paths) addTo(join(root, path), hash);
	return hash.digest('hex');
}

/** @param {string} stamp @param {string} hash */
const isCurrent = (stamp, hash) => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;

export function requireNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	process.stderr.write(`Chiavi needs Node.js 20.19 or newer; this is ${process.versions.node}.\n`);
	process.exit(1);
}

/** @returns {Promise<void>} */
export async function install() {
	const hash = hashOf(['package-lock.json']);
	if (isCurrent(INSTALLED, hash)) return;
	process.stdout.write('Installing the libraries…\n');
	// Development libraries too, even with NODE_ENV=production: they build and test.
	await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
	writeFileSync(INSTALLED, hash);
}

/** @param {string[]} args of npm @returns {Promise<void>} */
function npm(args) {
	return new Promise((resolve, reject) => {
		const child = spawn('npm', args, { cwd: root, stdio });
		child.on('error', reject);
		child.on('close', (code) => {
			if (code === 0) resolve();
			else reject(new Error(`npm ${args.join(' ')} ended with code ${code}.`));
		});
	});
}

/** @returns {Promise<void>} */
export async function build() {
	const hash = hashOf(BUILT_FROM);
	if (isCurrent(BUILT, hash)) return;
	process.stdout.write('Building…\n');
	await npm(['run', '--silent', 'build']);
	writeFileSync(BUILT, hash);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	requireNode();
	await install();
	await build();
}
