import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../support/postgres-server';
import { expect, test } from '../../support/portal';
import { copyOfFile, startProcess } from '../../support/server';
import { DEMO_PASSWORD } from '../../support/sign-in';
import { demoEnvironment } from '../../support/world';

let folder: string;
test.beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'chiavi-restore-'))));
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A run of the portal's program that ends by itself. */
function run(file: string, words: string[], settings: Record<string, string>) {
	const env = { ...demoEnvironment(settings['DATABASE_URL'] ?? ''), ...settings };
	return spawnSync(process.execPath, [file, ...words], { env, encoding: 'utf8', timeout: 60_000 });
}

test('a backup is restored into a folder that is not there; sessions that ended since stay ended', async () => {
	const live = copyOfFile();
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const first = await startProcess(port, origin, live.url);
	const cookie = await signIn(origin);
	expect(await home(origin, cookie)).toBe(200);
	const backup = join(folder, 'backup.db');
	expect(run('build/cli.js', ['backup', backup], { DATABASE_URL: live.url }).status).toBe(0);
	first.kill('SIGKILL');

	const restored = join(folder, 'new', 'folder', 'chiavi.db');
	const answer = run('build/cli.js', ['restore', backup], { DATABASE_URL: `sqlite:${restored}` });
	expect(answer.stderr).toBe('');
	expect(answer.status).toBe(0);
	expect(statSync(restored).size).toBeGreaterThan(0);
	const second = await startProcess(port, origin, `sqlite:${restored}`);
	expect(await home(origin, cookie)).toBe(303);
	expect(await home(origin, await signIn(origin))).toBe(200);
	second.kill('SIGKILL');
	live.remove();
});

const keys = [
	['CHIAVI_MASTER_KEY', 'CHIAVI_MASTER_KEY is not the key under which this database was sealed'],
	['CHIAVI_SIGNING_KEY', 'CHIAVI_SIGNING_KEY is not the key that signed the rounds of this database']
] as const;
for (const [name, sentence] of keys) {
	test(`the portal does not start with another ${name}`, async () => {
		const live = copyOfFile();
		const where = { PORT: String(await freePort()), ORIGIN: 'https://chiavi.example.it', LOG_LEVEL: 'warn' };
		const { status, stderr, stdout } = run('build', [], { DATABASE_URL: live.url, ...where, [name]: 'a'.repeat(64) });
		expect(stderr).toContain(sentence);
		// A setting that protects less than it seems to is told before anything that ends the start.
		expect(stdout).toContain('ADDRESS_HEADER is not set');
		expect(status).toBe(1);
		live.remove();
	});
}

/** Signs the demo applicant in and gives the session's cookie. */
async function signIn(origin: string): Promise<string> {
	const body = new URLSearchParams({ email: 'richiedente@chiavi.example', password: DEMO_PASSWORD });
	const answer = await fetch(`${origin}/login`, {
		method: 'POST',
		headers: { origin, accept: 'text/html' },
		body,
		redirect: 'manual'
	});
	expect(answer.status).toBe(303);
	return answer.headers
		.getSetCookie()
		.map((one) => one.split(';')[0])
		.join('; ');
}

const home = async (origin: string, cookie: string) =>
	(await fetch(`${origin}/my`, { headers: { cookie }, redirect: 'manual' })).status;
