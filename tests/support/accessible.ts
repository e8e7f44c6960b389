import type axeCore from 'axe-core';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { expect, type BrowserContext, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Of these many are of one shape: looking at each takes minutes and finds nothing new. */
const repeating = 'tbody tr, .houses li';

/** The same on every page: looked at once for each visitor. */
const frame = ['.it-header-wrapper', '.it-footer'];

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Gives every page opened from now on the checker: where many are checked, bringing it to each takes longer than using it. */
export async function bringChecker(context: BrowserContext): Promise<void> {
	await context.addInitScript(source);
}

/**
 * What a machine can find against WCAG 2.2 AA on the page as it is now, a line a rule. Where scripts are off the checker
 * waits for ever: ask it on the same page with scripts on.
 * @param withFrame the header and the footer too
 */
export async function violationsOf(page: Page, withFrame = false): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
	const alike = await page.evaluateHandle(elementsAlike, repeating);
	return page.evaluate(
		async ({ rules, alike, frame }) => {
			const { axe } = window as unknown as { axe: typeof axeCore };
			const exclude = [...alike, ...frame];
			const found = await axe.run({ exclude }, { runOnly: rules, resultTypes: ['violations'] });
			return found.violations.map(
				({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`
			);
		},
		{ rules, alike, frame: withFrame ? [] : frame }
	);
}

/** Runs in the page: the elements that have the shape of one before them. */
function elementsAlike(repeating: string): Element[] {
	/** Tags, classes and roles, which attributes there are, and whether there is a text: what is said may differ. */
	const shapeOf = (element: Element): string =>
		[
			element.tagName,
			element.getAttribute('class'),
			element.getAttribute('role'),
			element.getAttribute('style'),
			...element.getAttributeNames(),
			element.textContent?.trim() ? 'text' : '',
			...[...element.children].map(shapeOf)
		].join('<');
	const seen = new Set<string>();
	return [...document.querySelectorAll(repeating)].filter((element) => {
		const shape = shapeOf(element);
		const known = seen.has(shape);
		seen.add(shape);
		return known;
	});
}

/** What is being sent is shown paler: it is looked at once the answer is there. */
export async function expectAccessible(page: Page, withFrame = false): Promise<void> {
	await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
	expect(await violationsOf(page, withFrame)).toEqual([]);
}

/** Asked of a machine on a phone, where everything is closest together; no width has to be scrolled sideways. */
export async function expectGoodAtEveryWidth(page: Page): Promise<void> {
	for (const width of [1280, 320]) {
		await page.setViewportSize({ width, height: 900 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
	}
	await expectAccessible(page);
}
