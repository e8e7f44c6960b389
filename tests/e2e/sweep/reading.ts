import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const folder = join(import.meta.dirname, '../../../src/lib/i18n/messages/it');
const keys = new Set(
	readdirSync(folder).flatMap((file) => Object.keys(JSON.parse(readFileSync(join(folder, file), 'utf8')) as object))
);

/** Words that no Italian sentence holds. */
const english = /\b(the|and|with|your|you|please|submit|illustrative|dwelling|household|landlord|officer|is|are|of)\b/i;

/** What a reader of the Italian page should not meet: message keys, English words, holes where a value was expected. */
export async function strangeTexts(page: Page): Promise<string[]> {
	const texts = await page.evaluate(() => {
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const found: string[] = [];
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const around = node.parentElement;
			if (!around || around.closest('script, style, noscript, code, option, [translate="no"]')) continue;
			if (around.closest('[lang]')?.getAttribute('lang') !== 'it') continue;
			// An address in a letter is no sentence.
			const text = node.textContent?.replaceAll(/https?:\/\/\S+/g, '').trim();
			if (text) found.push(text);
		}
		return found;
	});
	return texts.filter(
		(text) =>
			english.test(text) ||
			/\b(undefined|null|NaN)\b|\[object |\{[a-z]+\}/.test(text) ||
			text.split(/[^A-Za-z0-9_]+/).some((word) => word.includes('_') && keys.has(word))
	);
}

/** What sticks out of a page 320 px wide; tables that scroll by themselves may. */
export function overflowing(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const width = document.documentElement.clientWidth;
		if ((document.scrollingElement?.scrollWidth ?? 0) <= width) return [];
		const wide = [...document.querySelectorAll('body *')].filter(
			(element) =>
				element.getBoundingClientRect().right > width + 1 && !element.closest('.table-responsive, .visually-hidden')
		);
		return wide.map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`).slice(-5);
	});
}
