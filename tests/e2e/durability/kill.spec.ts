import { expect, test } from '../../support/portal';
import SQLite from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { freePort } from '../../support/postgres-server';
import { copyOfFile, startProcess } from '../../support/server';
import { DEMO_PASSWORD } from '../../support/sign-in';
import { demoEnvironment } from '../../support/world';

const KILLS = 12;
const POSTERS = 4;

test('no write that was acknowledged is lost when the server is killed while it writes', async () => {
	test.setTimeout(300_000);
	const database = copyOfFile();
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const start = () => startProcess(port, origin, database.url);
	const post = (path: string, fields: Record<string, string>, cookie = '') =>
		fetch(origin + path, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin, cookie, accept: 'text/html' },
			body: new URLSearchParams(fields)
		});

	let server = await start();
	const entered = await post('/login', { email: 'funzionario@chiavi.example', password: DEMO_PASSWORD });
	const cookie = entered.headers
		.getSetCookie()
		.map((set) => set.split(';')[0])
		.join('; ');
	const acknowledged: string[] = [];
	let sent = 0;
	for (let kill = 0; kill < KILLS; kill += 1) {
		const before = acknowledged.length;
		const running = server;
		const poster = async () => {
			while (running.exitCode === null && running.signalCode === null) {
				const code = `KILL-${(sent += 1)}`;
				const fields = { id: randomUUID(), buildingCode: code, municipality: 'Milano' };
				const answer = await post('/staff/buildings/new', fields, cookie).catch(() => null);
				if (answer?.status === 303) acknowledged.push(code);
				else if (answer) throw new Error(`The portal answered ${answer.status}.`);
				// The others are in the middle of a write: this is the moment.
				if (acknowledged.length > before + (kill % 5)) running.kill('SIGKILL');
			}
		};
		await Promise.all([once(running, 'exit'), ...Array.from({ length: POSTERS }, poster)]);
		server = await start();
	}
	const verify = (...heads: string[]) =>
		execFileSync(process.execPath, ['build/cli.js', 'audit', 'verify', ...heads], {
			env: demoEnvironment(database.url),
			encoding: 'utf8',
			stdio: 'pipe'
		});
	const verified = verify();
	const head = /head (\d+:[0-9a-f]{64});/.exec(verified)?.[1] ?? '';
	expect(verify(head)).toContain('The audit log is intact');
	expect(() => verify(head.replace(/:.*/, `:${'f'.repeat(64)}`))).toThrow('another hash was published for it');
	server.kill('SIGKILL');
	await once(server, 'exit');

	const file = new SQLite(database.url.replace('sqlite:', ''));
	const kept = file.prepare(`select code from buildings where code like 'KILL-%'`).pluck().all() as string[];
	const audited = file
		.prepare(`select detail from audit_entries where event = 'building_registered'`)
		.pluck()
		.all()
		.map((detail) => (JSON.parse(String(detail)) as { code: string }).code);
	const whole = file.pragma('integrity_check', { simple: true });
	file.close();
	database.remove();
	test.info().annotations.push({ type: 'writes', description: `${acknowledged.length} acknowledged of ${sent}` });
	expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS);
	expect(acknowledged.filter((code) => !kept.includes(code))).toEqual([]);
	expect(audited.toSorted()).toEqual(kept.toSorted());
	expect(whole).toBe('ok');
});
