import type { Page } from '@playwright/test';

/** Puts into the page what measures it: `window.measured`, one list of faults a question. */
async function bringRuler(page: Page): Promise<void> {
	await page.evaluate(() => {
		type Box = { left: number; right: number; top: number; bottom: number };
		type Line = { node: Text; element: HTMLElement; box: Box };
		const hidden = '.visually-hidden, .visually-hidden-focusable, .skiplinks, option, noscript, script, style';
		const named = (element: Element) => {
			const said = (element.textContent ?? '').trim().slice(0, 30);
			const sample = element.closest('[data-state]')?.getAttribute('data-state') ?? 'page';
			return `${sample}: ${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${said}"`;
		};
		const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true });

		/** Every line of every text that can be seen. A table wider than the screen scrolls by itself and may hide some. */
		const lines = (): Line[] => {
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			const found: Line[] = [];
			for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
				const element = node.parentElement;
				if (!element || !node.data.trim() || element.closest(hidden) || !seen(element)) continue;
				if (element.closest('thead') && getComputedStyle(element.closest('thead')!).position === 'absolute') continue;
				if (parseFloat(getComputedStyle(element).fontSize) === 0) continue;
				const range = document.createRange();
				range.selectNodeContents(node);
				for (const { left, right, top, bottom } of range.getClientRects())
					if (right - left > 1) found.push({ node, element, box: { left, right, top, bottom } });
			}
			return found;
		};

		/** The nearest box that is drawn around an element, by a border on all sides or a ground of its own. */
		const drawnBox = (element: Element): Element | null => {
			for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
				const style = getComputedStyle(box);
				if (style.display === 'inline') continue;
				const framed = ['Top', 'Right', 'Bottom', 'Left'].every(
					(side) => parseFloat(style[`border${side}Width` as 'borderTopWidth']) > 0
				);
				if (framed || style.backgroundColor !== 'rgba(0, 0, 0, 0)') return box;
			}
			return null;
		};
		const scrolls = (element: Element) => element.closest('.table-responsive') !== null;

		const outOfBox = () =>
			lines().flatMap(({ element, box }) => {
				const width = document.documentElement.clientWidth;
				const drawn = drawnBox(element);
				const around = drawn?.getBoundingClientRect() ?? { left: 0, right: width };
				const out =
					!drawn?.matches('.table-responsive') && (box.left < around.left - 1.5 || box.right > around.right + 1.5);
				const off = !scrolls(element) && (box.left < -1 || box.right > width + 1);
				return out || off ? [named(element)] : [];
			});

		const clipped = () =>
			[...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
				if (element.closest(hidden) || element.closest('svg, img, input, select, textarea') || !seen(element))
					return [];
				const { overflowX, overflowY } = getComputedStyle(element);
				const wide = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
				const high = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
				if (element.closest('thead') && element.clientHeight <= 1) return [];
				return wide || high ? [named(element)] : [];
			});

		/** Two texts of different elements on one place. The letters take the middle half of a line's height. */
		const overlapping = () => {
			const sorted = lines()
				.map(({ node, element, box }) => {
					const inset = (box.bottom - box.top) / 4;
					return { node, element, ...box, top: box.top + inset, bottom: box.bottom - inset };
				})
				.sort((a, b) => a.top - b.top);
			return sorted.flatMap((one, index) => {
				const faults: string[] = [];
				for (const other of sorted.slice(index + 1)) {
					if (other.top >= one.bottom) break;
					const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
					if (one.node !== other.node && shared > 2) faults.push(`${named(one.element)} on ${named(other.element)}`);
				}
				return faults;
			});
		};

		/** Whatever the keyboard reaches, where its focus has no outline, or one that the box around it cuts off. */
		const unfocusable = () => {
			const reached = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
			return [...document.querySelectorAll<HTMLElement>(`main :is(${reached})`)].flatMap((element) => {
				if (!seen(element) || element.tabIndex < 0) return [];
				element.focus();
				const style = getComputedStyle(element);
				const width = style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);
				if (document.activeElement !== element || width < 2) return [`no focus to be seen: ${named(element)}`];
				const reach = width + parseFloat(style.outlineOffset) - 1;
				const own = element.getBoundingClientRect();
				const box = element.parentElement?.closest('.table-responsive, .sample')?.getBoundingClientRect();
				if (!box || !scrolls(element.parentElement!)) return [];
				const cut = own.top - reach < box.top || own.bottom + reach > box.bottom;
				return cut ? [`focus is cut off: ${named(element)}`] : [];
			});
		};

		Object.assign(window, { measured: { outOfBox, clipped, overlapping, unfocusable } });
	});
}

type Question = 'outOfBox' | 'clipped' | 'overlapping' | 'unfocusable';

/**
 * What a person would see wrong with where things stand, each as one sentence; the same on every machine's fonts.
 * @param withFocus whether each thing that the keyboard reaches shows its focus too: it takes as long as the rest
 */
export async function faultsOfPlace(page: Page, withFocus = false): Promise<string[]> {
	await page.evaluate(() => document.fonts.ready);
	await bringRuler(page);
	// The keyboard was used last: an element that takes the focus shows it.
	await page.keyboard.press('Tab');
	return page.evaluate((withFocus) => {
		const { measured } = window as unknown as { measured: Record<Question, () => string[]> };
		const scrolled = (document.scrollingElement?.scrollWidth ?? 0) > document.documentElement.clientWidth;
		return [
			...(scrolled ? ['the page scrolls sideways'] : []),
			...measured.outOfBox().map((fault) => `text leaves its box: ${fault}`),
			...measured.clipped().map((fault) => `text is cut off: ${fault}`),
			...measured.overlapping().map((fault) => `texts overlap: ${fault}`),
			...(withFocus ? measured.unfocusable() : [])
		];
	}, withFocus);
}
