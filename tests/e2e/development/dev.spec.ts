import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { freePort } from '../../support/postgres-server';
import { expect, test } from '../../support/portal';

/** `npm run dev` as a newcomer calls it, over a data folder that is empty. */
async function startDevelopment() {
	const folder = mkdtempSync(join(tmpdir(), 'chiavi-dev-'));
	const port = await freePort();
	const settings = { PORT: String(port), DATABASE_URL: `sqlite:${join(folder, 'data/dev.db')}` };
	const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings };
	// npm starts processes of its own: they are told to stop as one group.
	const started = spawn('npm', ['run', 'dev'], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	for (const stream of [started.stdout, started.stderr]) stream.on('data', (part) => (said += part));
	const isRunning = () => started.exitCode === null && started.signalCode === null;
	const stop = async () => {
		const ended = new Promise((done) => started.once('close', done));
		if (isRunning()) {
			process.kill(-started.pid!, 'SIGTERM');
			await ended;
		}
		rmSync(folder, { recursive: true, force: true });
	};
	return { origin: `http://localhost:${port}`, said: () => said, isRunning, stop };
}

/** What the browser complains of: errors of scripts, what the content policy refuses, files that are missing. */
function complaints(page: Page): string[] {
	const heard: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') heard.push(message.text());
	});
	page.on('pageerror', (error) => heard.push(error.message));
	page.on('response', (response) => {
		if (response.status() >= 400) heard.push(`${response.status()} ${response.url()}`);
	});
	return heard;
}

test.setTimeout(420_000);

test('npm run dev serves the demo without a setting or a build, and shows an edit at once', async ({ page }) => {
	const development = await startDevelopment();
	try {
		await expect
			.poll(() => (development.isRunning() ? development.said() : 'It has ended.'), { timeout: 240_000 })
			.toMatch(/richiedente@chiavi\.example|has ended/);
		expect(development.isRunning(), development.said()).toBe(true);
		const heard = complaints(page);
		const told: string[] = [];
		page.on('console', (message) => told.push(message.text()));

		await page.goto(development.origin, { timeout: 60_000 });
		await expect(page.getByRole('heading', { name: '145 case da ripristinare' })).toBeVisible();
		await expect.poll(() => told, { timeout: 60_000 }).toContain('[vite] connected.');
		await page.waitForLoadState('networkidle');

		// Saved, as by an editor: the page reads again what the file is part of, and only that.
		utimesSync('src/lib/words/house-state.ts', new Date(), new Date());
		await expect.poll(() => told, { timeout: 60_000 }).toContain('[vite] hot updated: /src/lib/ui/Houses.svelte');

		const rankings = await page.goto(`${development.origin}/rankings`, { timeout: 60_000 });
		expect(rankings?.status()).toBe(200);

		expect(heard, development.said()).toEqual([]);
	} finally {
		await development.stop();
	}
});
