import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { houseStates } from '../../../src/lib/domain/programme/house-state';
import { bringChecker, violationsOf } from '../../support/accessible';
import { faultsOfPlace } from '../../support/geometry';
import { expect, readingTest as test } from '../../support/portal';

const folder = join(import.meta.dirname, '../../../src/routes/(public)/demo/components/[part]/parts');
const parts = readdirSync(folder).map((file) => file.replace('.svelte', '').toLowerCase());
const home = '/demo/components';

/** Pictures for people, on request (`CHIAVI_PICTURES=1`): other fonts give other pixels, so no test compares them. */
async function picture(page: Page, name: string): Promise<void> {
	if (!process.env['CHIAVI_PICTURES']) return;
	await page.screenshot({ path: `test-results/components/${name}.png`, fullPage: true });
}

/** The page of a part, and the pages of its states that stand alone. */
async function pagesOf(page: Page, part: string): Promise<string[]> {
	await page.goto(`${home}/${part}`);
	const alone = await page
		.locator('main a[href*="?alone="]')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
	return [`${home}/${part}`, ...alone];
}

const turn = (page: Page, dir: 'ltr' | 'rtl') => page.evaluate((way) => (document.documentElement.dir = way), dir);

/** A page of samples repeats landmarks that every other page has once. */
const violations = async (page: Page) =>
	(await violationsOf(page, true)).filter((fault) => !fault.startsWith('landmark-unique'));

async function faultsOf(page: Page, path: string): Promise<string[]> {
	const faults: string[] = [];
	const name = path.slice(home.length + 1).replace('?alone=', '-');
	await page.goto(path);
	for (const width of [1280, 320]) {
		await page.setViewportSize({ width, height: 900 });
		for (const dir of ['ltr', 'rtl'] as const) {
			await turn(page, dir);
			faults.push(...(await faultsOfPlace(page, width === 320)).map((fault) => `${name} ${width} ${dir}: ${fault}`));
			await picture(page, `${name}-${width}-${dir}`);
		}
		await turn(page, 'ltr');
		faults.push(...(await violations(page)).map((fault) => `${name} ${width}: ${fault}`));
	}
	await page.emulateMedia({ forcedColors: 'active' });
	faults.push(...(await faultsOfPlace(page, true)).map((fault) => `${name} forced colours: ${fault}`));
	await picture(page, `${name}-forced`);
	await page.emulateMedia({ forcedColors: 'none' });
	return faults;
}

for (const part of parts) {
	test(`the components of ${part} keep their shape, wide, narrow, turned and in forced colours`, async ({ page }) => {
		test.setTimeout(600_000);
		await bringChecker(page.context());
		const faults: string[] = [];
		for (const path of await pagesOf(page, part)) faults.push(...(await faultsOf(page, path)));
		expect([...new Set(faults)]).toEqual([]);
	});
}

test('the list of components leads to every part', async ({ page }) => {
	await page.goto('/demo');
	await page.getByRole('link', { name: 'I componenti delle pagine' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('I componenti');
	const links = page.locator('main h2 a');
	const found = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!.split('/').at(-1)!));
	expect(found.sort()).toEqual([...parts].sort());
	expect((await page.request.get(`${home}/nothing`)).status()).toBe(404);
	expect((await page.request.get(`${home}/frame?alone=Tag-usual`)).status()).toBe(404);
});

test('on a phone the breadcrumbs are one link back', async ({ page }) => {
	await page.goto(`${home}/frame?alone=Breadcrumbs-many`);
	const links = page.locator('.sample .breadcrumb').getByRole('link');
	await page.setViewportSize({ width: 1280, height: 900 });
	await expect(links).toHaveCount(5);
	await page.setViewportSize({ width: 320, height: 900 });
	await expect(links).toHaveCount(1);
	await expect(links).toHaveAccessibleName('Torna a: Prove');
	await expect(page.locator('.sample [aria-current=page]')).toBeHidden();
});

test.describe('the states of a house', () => {
	/** The drawings, each at the same place, so that two equal ones are equal in every pixel. */
	async function drawings(page: Page): Promise<{ state: string; pixels: Buffer }[]> {
		const samples = page.locator('#shown-HouseShape [data-state=HouseShape-kinds] svg');
		const found: { state: string; pixels: Buffer }[] = [];
		for (const sample of await samples.all()) {
			const state = await sample.locator('.house').getAttribute('class');
			await sample.evaluate(
				(svg: SVGElement) => (svg.style.cssText = 'position:fixed;inset:0;z-index:9;background:Canvas')
			);
			const png = await sample.screenshot();
			found.push({ state: state!, pixels: await sharp(png).greyscale().raw().toBuffer() });
			await sample.evaluate((svg: SVGElement) => (svg.style.cssText = ''));
		}
		return found;
	}

	for (const [how, media] of [
		['without colours', { forcedColors: 'none' }],
		['in forced colours', { forcedColors: 'active', colorScheme: 'light' }],
		['in forced colours on black', { forcedColors: 'active', colorScheme: 'dark' }]
	] as const) {
		test(`are told apart ${how}`, async ({ page }) => {
			await page.emulateMedia(media);
			await page.goto(`${home}/progress`);
			const all = await drawings(page);
			expect(all).toHaveLength(houseStates.length);
			const alike: string[] = [];
			for (const [index, one] of all.entries())
				for (const other of all.slice(index + 1)) {
					const different = one.pixels.filter((pixel, at) => Math.abs(pixel - other.pixels[at]!) > 48).length;
					// One in forty of the pixels: a dash here and there would be missed on the emblem, which is smaller.
					if (different < one.pixels.length / 40) alike.push(`${one.state} and ${other.state}: ${different}`);
				}
			expect(alike).toEqual([]);
		});
	}
});
