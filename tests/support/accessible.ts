import type axeCore from 'axe-core';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { expect, type BrowserContext, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Many of these have the same shape. Checking each takes minutes and finds nothing new. */
const repeating = 'tbody tr, .houses li';

/** The same on every page, so it is checked once for each visitor. */
const frame = ['.it-header-wrapper', '.it-footer'];

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Adds the checker to every page opened from now on. Where many pages are checked, adding it to each one takes longer
 * than the check.
 */
export async function bringChecker(context: BrowserContext): Promise<void> {
	await context.addInitScript(source);
}

/**
 * What the checker finds against WCAG 2.2 AA on the page as it is now, one line for each rule. Without scripts the
 * checker would wait forever: use it on the same page with scripts on.
 * @param withFrame check the header and the footer too
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
	/** Tags, classes and roles, the names of attributes, and whether there is a text. The text itself may differ. */
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

/** A form that is being sent is shown paler. It is checked once the answer is there. */
export async function expectAccessible(page: Page, withFrame = false): Promise<void> {
	await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
	expect(await violationsOf(page, withFrame)).toEqual([]);
}

/** Checked at the width of a phone, where everything is closest together. No width may need sideways scrolling. */
export async function expectGoodAtEveryWidth(page: Page): Promise<void> {
	for (const width of [1280, 320]) {
		await page.setViewportSize({ width, height: 900 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
	}
	await expectAccessible(page);
}
