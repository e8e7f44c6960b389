import autocannon from 'autocannon';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Every public page and the main staff pages of the built portal over the demo world, with ten readers at once:
// latency, requests a second, and the ratio to an endpoint that does nothing. The slowest page and the most memory of
// the server come last. Numbers are printed and never asserted.

const READERS = 10;
const SECONDS = 5;
const PORT = 20_000 + Math.floor(Math.random() * 20_000);
const ORIGIN = `http://localhost:${PORT}`;
const PUBLIC = ['/', '/programme', '/programme/dwellings', '/notices', '/dwellings', '/rent', '/rankings', '/login'];
const STAFF = ['/staff', '/staff/dwellings', '/staff/notices', '/staff/rounds', '/staff/offers', '/staff/listings'];
/** Lists whose first entry is measured too, because a notice's 14,901 requests could slow its page down. */
const LISTS = ['/notices', '/rankings', '/staff/rounds', '/staff/notices'];

const folder = mkdtempSync(join(tmpdir(), 'chiavi-bench-'));
const env = {
	...process.env,
	CHIAVI_DEMO: '1',
	DATABASE_URL: `sqlite:${join(folder, 'bench.db')}`,
	HOST: '127.0.0.1',
	PORT: String(PORT),
	ORIGIN,
	LOG_LEVEL: 'error'
};
execFileSync(process.execPath, ['build/cli.js', 'demo', 'load'], { env, stdio: 'inherit' });
const server = spawn(process.execPath, ['build'], { env, stdio: ['ignore', 'ignore', 'inherit'] });

try {
	await untilReady();
	const cookie = await signIn('funzionario');
	const floor = await measure('/api/health/live', cookie);
	let slowest = { path: '', p95: 0 };
	print('page', 'p50 ms', 'p95 ms', 'p99 ms', 'per second', 'ratio', 'kB', 'other than 200');
	const entries = await Promise.all(LISTS.map((list) => entriesOf(list, cookie)));
	for (const path of [...PUBLIC, ...STAFF, ...entries.flat()]) {
		const { latency, requests, non2xx, throughput, p95 } = await measure(path, cookie);
		if (p95 > slowest.p95) slowest = { path, p95 };
		const ratio = (floor.requests.average / requests.average).toFixed(1);
		const weight = (throughput.average / Math.max(requests.average, 1) / 1024).toFixed(1);
		print(path, latency.p50, p95, latency.p99, Math.round(requests.average), ratio, weight, non2xx);
	}
	const { now, most } = residentMegabytes();
	process.stdout.write(
		`slowest: ${slowest.path}, p95 ${slowest.p95} ms\nmemory of the process: ${now} MB, at most ${most} MB\n`
	);
} finally {
	server.kill('SIGTERM');
	await new Promise((done) => server.once('exit', done));
	rmSync(folder, { recursive: true, force: true });
}

/**
 * The load tool has no 95th percentile, so the time of every answer is kept here. @param {string} path @param {string}
 * cookie
 */
async function measure(path, cookie) {
	const headers = { cookie, 'accept-encoding': 'br' };
	/** @type {number[]} */
	const times = [];
	const options = { url: ORIGIN + path, connections: READERS, duration: SECONDS, headers };
	/** @type {import('autocannon').Result} */
	const result = await new Promise((resolve, reject) => {
		const run = autocannon(options, (error, answer) => (error ? reject(error) : resolve(answer)));
		run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
	});
	times.sort((a, b) => a - b);
	return { ...result, p95: Math.round(times[Math.floor(times.length * 0.95)] ?? 0) };
}

/** The first entry that a list links to. @param {string} list @param {string} cookie */
async function entriesOf(list, cookie) {
	const page = await (await fetch(ORIGIN + list, { headers: { cookie } })).text();
	return [...page.matchAll(/href="([^"?#]+)"/g)]
		.map((link) => link[1] ?? '')
		.filter((path) => path.startsWith(`${list}/`) && path !== `${list}/new`)
		.slice(0, 1);
}

/** @param {string} account */
async function signIn(account) {
	const body = new URLSearchParams({ email: `${account}@chiavi.example`, password: 'chiavi-demo' });
	const answer = await fetch(`${ORIGIN}/login`, {
		method: 'POST',
		body,
		headers: { origin: ORIGIN },
		redirect: 'manual'
	});
	return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

async function untilReady() {
	for (let attempt = 0; attempt < 200; attempt += 1) {
		if ((await fetch(`${ORIGIN}/api/health/ready`).catch(() => undefined))?.ok) return;
		await new Promise((done) => setTimeout(done, 50));
	}
	throw new Error('The portal did not become ready.');
}

function residentMegabytes() {
	const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
	const [now, most] = [/VmRSS:\s+(\d+)/, /VmHWM:\s+(\d+)/].map((line) => Number(line.exec(status)?.[1] ?? 0));
	return { now: Math.round((now ?? 0) / 1024), most: Math.round((most ?? 0) / 1024) };
}

/** @param {...(string | number)} cells */
function print(...cells) {
	process.stdout.write(
		`${cells.map((cell, index) => (index === 0 ? String(cell).padEnd(54) : String(cell).padStart(12))).join('')}\n`
	);
}
