import type { Page } from '@playwright/test';
import { expect, readingTest as test } from '../../support/portal';
import { signIn } from '../../support/sign-in';

const KILOBYTE = 1000;

/** Compressed bytes of a first visit with an empty cache: of each kind of file, and of all headers as one more kind. */
async function visit(page: Page, path: string): Promise<Record<string, number>> {
	const weighed: Promise<[string, number]>[] = [];
	page.on('requestfinished', (request) => {
		const weigh = async (part: 'responseBodySize' | 'responseHeadersSize'): Promise<[string, number]> => [
			part === 'responseBodySize' ? request.resourceType() : 'headers',
			(await request.sizes())[part]
		];
		weighed.push(weigh('responseBodySize'), weigh('responseHeadersSize'));
	});
	const answer = await page.goto(path, { waitUntil: 'networkidle' });
	expect(answer?.status()).toBe(200);
	const weight: Record<string, number> = {};
	for (const [kind, bytes] of await Promise.all(weighed)) weight[kind] = (weight[kind] ?? 0) + bytes;
	return weight;
}

/** The pages a newcomer may land on; `:notice` is the one that is open. */
const paths = ['/', '/en', '/rent', '/login', '/dwellings', '/programme', '/notices', '/notices/:notice', '/check'];

for (const path of paths) {
	test(`a first visit to ${path} stays within its budget`, async ({ page }) => {
		await expectLight(page, path.includes(':') ? await firstNotice(page) : path);
	});
}

test('a first visit to /my by an applicant who has just signed in stays within its budget', async ({
	browser,
	baseURL,
	page
}) => {
	await signIn(page, 'richiedente');
	// Signed in, and with an empty cache.
	const context = await browser.newContext({ baseURL, storageState: await page.context().storageState() });
	await expectLight(await context.newPage(), '/my');
	await context.close();
});

async function firstNotice(page: Page): Promise<string> {
	const text = await (await page.request.get('/notices')).text();
	const address = /href="(\/notices\/[^"?]+)"/.exec(text)?.[1];
	expect(address, 'a notice is listed').toBeDefined();
	return address!;
}

async function expectLight(page: Page, path: string): Promise<void> {
	const weight = await visit(page, path);
	const total = Object.values(weight).reduce((sum, bytes) => sum + bytes, 0);
	test.info().annotations.push({ type: 'weight', description: `${path} ${total} ${JSON.stringify(weight)}` });
	expect(weight['font'], 'the fonts arrive').toBeGreaterThan(10 * KILOBYTE);
	expect(weight['stylesheet'], 'the styles arrive').toBeGreaterThan(KILOBYTE);
	expect(weight['stylesheet']).toBeLessThanOrEqual(25 * KILOBYTE);
	// The aim is 60; the page of a rent has 70.6.
	expect(weight['script'] ?? 0).toBeLessThanOrEqual(72 * KILOBYTE);
	// The aim is 150; the page of a notice has 163, of which 38 are headers that HTTP/2 would compress.
	expect(total).toBeLessThanOrEqual(165 * KILOBYTE);
}

test('nothing is fetched from anybody else', async ({ page, baseURL }) => {
	const hosts = new Set<string>();
	page.on('request', (request) => hosts.add(new URL(request.url()).origin));
	await page.goto('/rent', { waitUntil: 'networkidle' });
	expect([...hosts]).toEqual([baseURL]);
});

test('the first page does not jump while it loads', async ({ page }) => {
	await page.addInitScript(() => {
		const shifts: number[] = [];
		Object.assign(window, { shifts });
		const observer = new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
		});
		observer.observe({ type: 'layout-shift', buffered: true });
	});
	await page.goto('/', { waitUntil: 'networkidle' });
	await page.evaluate(() => document.fonts.ready);
	const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
	expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(0.02);
});
