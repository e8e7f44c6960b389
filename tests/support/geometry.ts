import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** In a block of its own, so that it can be brought to a page twice. */
const ruler = `{${readFileSync(join(import.meta.dirname, 'ruler.js'), 'utf8')}}`;

type Ruler = { faultsOfPlace: () => string[]; focusesUnseen: () => string[] };

/**
 * What a person would see wrong with where things stand, each as one sentence: the same on every machine's fonts.
 * @param withFocus whether each thing that the keyboard reaches shows its focus too
 */
export async function faultsOfPlace(page: Page, withFocus = false): Promise<string[]> {
	await page.evaluate(() => document.fonts.ready);
	await page.evaluate(ruler);
	// The keyboard was used last: an element that takes the focus shows it.
	if (withFocus) await page.keyboard.press('Tab');
	return page.evaluate((focus) => {
		const { ruler } = window as unknown as { ruler: Ruler };
		return [...ruler.faultsOfPlace(), ...(focus ? ruler.focusesUnseen() : [])];
	}, withFocus);
}
