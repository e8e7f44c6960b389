// Read as text and run inside a page: what measures where things stand. Each question answers with the elements at fault.

const UNSEEN = '.visually-hidden, .visually-hidden-focusable, .skiplinks, option, noscript, script, style';
const REACHED = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';

/** An element in words: its sample, its tag with classes, and the start of its text. */
function named(/** @type {Element} */ element) {
	const said = (element.textContent ?? '').trim().slice(0, 30);
	const sample = element.closest('[data-state]')?.getAttribute('data-state') ?? 'page';
	return `${sample}: ${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${said}"`;
}

/** Whether a person can see the text of an element. A stacked table hides its head on a phone. */
function isSeen(/** @type {Element} */ element) {
	if (element.closest(UNSEEN) || !element.checkVisibility({ visibilityProperty: true })) return false;
	const head = element.closest('thead');
	if (head && getComputedStyle(head).position === 'absolute') return false;
	return parseFloat(getComputedStyle(element).fontSize) > 0;
}

/** A wide table scrolls by itself, so its texts may be off the screen. */
const scrolls = (/** @type {Element} */ element) => element.closest('.table-responsive') !== null;

/** Every line of every text that can be seen. */
function linesOfText() {
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	const found = [];
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const element = node.parentElement;
		if (!element || !node.textContent?.trim() || !isSeen(element)) continue;
		const range = document.createRange();
		range.selectNodeContents(node);
		for (const { left, right, top, bottom } of range.getClientRects())
			if (right - left > 1) found.push({ node, element, left, right, top, bottom });
	}
	return found;
}

/** The nearest box that is drawn around an element: by a border on all sides, or by a ground of its own. */
function drawnBox(/** @type {Element} */ element) {
	for (let box = /** @type {Element | null} */ (element); box && box !== document.body; box = box.parentElement) {
		const style = getComputedStyle(box);
		if (style.display === 'inline') continue;
		const widths = [style.borderTopWidth, style.borderRightWidth, style.borderBottomWidth, style.borderLeftWidth];
		const framed = widths.every((width) => parseFloat(width) > 0);
		if (framed || style.backgroundColor !== 'rgba(0, 0, 0, 0)') return box;
	}
	return null;
}

/** Texts that leave the box drawn around them, or the screen. */
function textsOutOfTheirBox() {
	const width = document.documentElement.clientWidth;
	return linesOfText().flatMap(({ element, left, right }) => {
		const drawn = drawnBox(element);
		const box = drawn?.getBoundingClientRect();
		const out = box && !drawn?.matches('.table-responsive') && (left < box.left - 1.5 || right > box.right + 1.5);
		const off = !scrolls(element) && (left < -1 || right > width + 1);
		return out || off ? [`text leaves its box: ${named(element)}`] : [];
	});
}

/** Texts that a box cuts off. Fields scroll by themselves. */
function textsCutOff() {
	return [...document.querySelectorAll('body *')].flatMap((element) => {
		if (element.closest('svg, img, input, select, textarea') || !isSeen(element)) return [];
		const { overflowX, overflowY } = getComputedStyle(element);
		const wide = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
		const high = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
		return wide || high ? [`text is cut off: ${named(element)}`] : [];
	});
}

/** Texts of two elements on one place. The letters take the middle half of a line's height. */
function textsThatOverlap() {
	const lines = linesOfText()
		.map((line) => ({ ...line, inset: (line.bottom - line.top) / 4 }))
		.map(({ inset, ...line }) => ({ ...line, top: line.top + inset, bottom: line.bottom - inset }))
		.sort((a, b) => a.top - b.top);
	return lines.flatMap((one, index) => {
		const faults = [];
		for (const other of lines.slice(index + 1)) {
			if (other.top >= one.bottom) break;
			const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
			if (one.node !== other.node && shared > 2)
				faults.push(`texts overlap: ${named(one.element)} on ${named(other.element)}`);
		}
		return faults;
	});
}

/** What the keyboard reaches without showing it, or with an outline that the box around it cuts off. */
function focusesUnseen() {
	return [...document.querySelectorAll(`main :is(${REACHED})`)].flatMap((element) => {
		if (!(element instanceof HTMLElement) || !element.checkVisibility() || element.tabIndex < 0) return [];
		element.focus({ preventScroll: true });
		const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
		const width = outlineStyle === 'none' ? 0 : parseFloat(outlineWidth);
		if (document.activeElement !== element || width < 2) return [`no focus to be seen: ${named(element)}`];
		const box = element.parentElement?.closest('.table-responsive')?.getBoundingClientRect();
		const own = element.getBoundingClientRect();
		const reach = width + parseFloat(outlineOffset) - 1;
		const isCut = box && (own.top - reach < box.top || own.bottom + reach > box.bottom);
		return isCut ? [`focus is cut off: ${named(element)}`] : [];
	});
}

/** Everything at once, but for the focus, which takes as long as the rest. */
function faultsOfPlace() {
	const isWide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
	const sideways = isWide ? ['the page scrolls sideways'] : [];
	return [...sideways, ...textsOutOfTheirBox(), ...textsCutOff(), ...textsThatOverlap()];
}

Object.assign(window, { ruler: { faultsOfPlace, focusesUnseen } });
