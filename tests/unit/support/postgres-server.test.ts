import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { copyPostgres, installedModules } from '../../support/postgres-for-root';
import { startPostgres } from '../../support/postgres-server';

test('PostgreSQL starts from a clone that only its owner may enter, with spaces and accents in its path', async () => {
	// mkdtemp makes folders that only their owner may enter.
	const home = mkdtempSync(join(tmpdir(), 'città nuova '));
	const mask = process.umask(0o077);
	vi.stubEnv('TMPDIR', home);
	onTestFinished(() => {
		vi.unstubAllEnvs();
		process.umask(mask);
		rmSync(home, { recursive: true });
	});
	const modules = join(home, 'node_modules');
	copyPostgres(installedModules(), modules);
	const server = await startPostgres(modules);
	const client = new pg.Client(server.url);
	await client.connect();
	const { rows } = await client.query('select 1 as one');
	expect(rows).toEqual([{ one: 1 }]);
	await client.end();
	await server.stop();
}, 120_000);
