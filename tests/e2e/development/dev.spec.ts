import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { freePort } from '../../support/postgres-server';
import { expect, test } from '../../support/portal';
import { DEMO_PASSWORD } from '../../support/sign-in';

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

/**
 * Saves files of the server: one that few others read, one that the database is part of. The session is served all the
 * while, by the code of before or after.
 */
async function expectServedAfterEdits(origin: string, page: Page): Promise<void> {
	for (const file of ['src/lib/server/jobs.ts', 'src/lib/server/platform/db/sqlite.ts']) {
		utimesSync(file, new Date(), new Date());
		for (let count = 0; count < 20; count += 1) {
			const answer = await page.request.get(`${origin}/my`, { maxRedirects: 0 });
			expect(answer.status(), `/my after an edit of ${file}`).toBe(200);
			await page.waitForTimeout(100);
		}
	}
}

test.setTimeout(420_000);

test('npm run dev serves the demo without a setting or a build, with its threads, and shows an edit at once', async ({
	page
}) => {
	// A step that finds nothing to act on fails, and does not use up the time of the test.
	page.setDefaultTimeout(60_000);
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
		await expect(page.getByRole('heading', { name: '145 case promesse' })).toBeVisible();
		await expect.poll(() => told, { timeout: 60_000 }).toContain('[vite] connected.');
		await page.waitForLoadState('networkidle');

		// Saved, as by an editor: the page reads again what the file is part of, and only that.
		utimesSync('src/lib/words/house-state.ts', new Date(), new Date());
		await expect.poll(() => told, { timeout: 60_000 }).toContain('[vite] hot updated: /src/lib/ui/Houses.svelte');

		// A thread of the server opens the round in which the applicant stands.
		await page.goto(`${development.origin}/login`);
		await page.fill('input[name=email]', 'richiedente@chiavi.example');
		await page.fill('input[name=password]', DEMO_PASSWORD);
		await page.locator('form button[type=submit]').last().click();
		await page.waitForURL(/\/my$/);
		await page.locator('main').getByRole('link', { name: 'Vedi la domanda' }).first().click();
		const proof = page.getByRole('link', { name: 'Scarica il tuo file di prova' });
		const address = development.origin + (await proof.getAttribute('href'));
		const answer = await page.request.get(address);
		expect(answer.status(), await answer.text()).toBe(200);
		const buffer = await answer.body();
		await expectServedAfterEdits(development.origin, page);
		const again = await page.request.get(address);
		expect(again.status(), await again.text()).toBe(200);

		// A thread of the browser checks the household's proof.
		await page.goto(`${development.origin}/verify`, { waitUntil: 'networkidle' });
		const file = { name: 'prova.json', mimeType: 'application/json', buffer };
		await page.getByLabel('Il tuo file di prova').setInputFiles(file);
		await page.getByRole('button', { name: 'Controlla il file' }).click();
		await expect(page.getByRole('status').filter({ hasText: 'Il tuo esito è quello' })).toBeVisible({
			timeout: 60_000
		});

		expect(heard, development.said()).toEqual([]);
	} finally {
		await development.stop();
	}
});
