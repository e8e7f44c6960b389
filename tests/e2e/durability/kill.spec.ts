import { expect, test } from '../../support/portal';
import SQLite from 'better-sqlite3';
import { execFileSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { freePort } from '../../support/postgres-server';
import { copyOfFile, startProcess } from '../../support/server';
import { DEMO_PASSWORD } from '../../support/sign-in';
import { demoEnvironment } from '../../support/world';

const KILLS = 12;
const POSTERS = 4;

type Post = (path: string, fields: Record<string, string>, cookie?: string) => Promise<Response>;

const posting =
	(origin: string): Post =>
	(path, fields, cookie = '') =>
		fetch(origin + path, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin, cookie, accept: 'text/html' },
			body: new URLSearchParams(fields)
		});

async function enter(post: Post): Promise<string> {
	const entered = await post('/login', { email: 'funzionario@chiavi.example', password: DEMO_PASSWORD });
	const cookies = entered.headers.getSetCookie().map((set) => set.split(';')[0]);
	return cookies.join('; ');
}

/** Registers buildings by several at once, until the server is killed in the middle of a write. */
async function writeUntilKilled(post: Post, cookie: string, running: ChildProcess, writes: Writes, after: number) {
	const before = writes.acknowledged.length;
	const poster = async () => {
		while (running.exitCode === null && running.signalCode === null) {
			const code = `KILL-${(writes.sent += 1)}`;
			const fields = { id: randomUUID(), buildingCode: code, municipality: 'Milano' };
			const answer = await post('/staff/buildings/new', fields, cookie).catch(() => null);
			if (answer?.status === 303) writes.acknowledged.push(code);
			else if (answer) throw new Error(`The portal answered ${answer.status}.`);
			// The others are in the middle of a write: this is the moment.
			if (writes.acknowledged.length > before + after) running.kill('SIGKILL');
		}
	};
	await Promise.all([once(running, 'exit'), ...Array.from({ length: POSTERS }, poster)]);
}

type Writes = { readonly acknowledged: string[]; sent: number };

function expectIntactLog(databaseUrl: string): void {
	const env = demoEnvironment(databaseUrl);
	const verify = (...heads: string[]) =>
		execFileSync(process.execPath, ['build/cli.js', 'audit', 'verify', ...heads], {
			env,
			encoding: 'utf8',
			stdio: 'pipe'
		});
	const head = /head (\d+:[0-9a-f]{64});/.exec(verify())?.[1] ?? '';
	expect(verify(head)).toContain('The audit log is intact');
	expect(() => verify(head.replace(/:.*/, `:${'f'.repeat(64)}`))).toThrow('another hash was published for it');
}

/** What the file of the database has once no server runs. */
function readKept(databaseUrl: string) {
	const file = new SQLite(databaseUrl.replace('sqlite:', ''));
	const kept = file.prepare(`select code from buildings where code like 'KILL-%'`).pluck().all() as string[];
	const details = file.prepare(`select detail from audit_entries where event = 'building_registered'`).pluck().all();
	const audited = details.map((detail) => (JSON.parse(String(detail)) as { code: string }).code);
	const integrity = file.pragma('integrity_check', { simple: true });
	file.close();
	return { kept, audited, integrity };
}

test('no write that was acknowledged is lost when the server is killed while it writes', async () => {
	test.setTimeout(300_000);
	const database = copyOfFile();
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const start = () => startProcess(port, origin, database.url);
	const post = posting(origin);

	let server = await start();
	const cookie = await enter(post);
	const writes: Writes = { acknowledged: [], sent: 0 };
	for (let kill = 0; kill < KILLS; kill += 1) {
		await writeUntilKilled(post, cookie, server, writes, kill % 5);
		server = await start();
	}
	expectIntactLog(database.url);
	server.kill('SIGKILL');
	await once(server, 'exit');

	const { kept, audited, integrity } = readKept(database.url);
	database.remove();
	const { acknowledged, sent } = writes;
	test.info().annotations.push({ type: 'writes', description: `${acknowledged.length} acknowledged of ${sent}` });
	expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS);
	expect(acknowledged.filter((code) => !kept.includes(code))).toEqual([]);
	expect(audited.toSorted()).toEqual(kept.toSorted());
	expect(integrity).toBe('ok');
});
