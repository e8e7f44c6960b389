import { expect, test } from 'vitest';
import { browserKind, browserText, parseBrowser } from '../../../src/lib/domain/browser-kind';

const AGENTS = [
	['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox linux'],
	['Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 'firefox android'],
	[
		'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
		'chrome android'
	],
	[
		'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
		'samsung android'
	],
	[
		'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
		'edge windows'
	],
	[
		'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
		'safari iphone'
	],
	[
		'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0.0.0 Mobile/15E148 Safari/604.1',
		'chrome iphone'
	],
	[
		'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
		'safari mac'
	],
	['curl/8.5.0', 'other other'],
	['', 'other other'],
	[null, 'other other']
] as const;

test.each(AGENTS)('%j is kept as %j, without a version or a model', (agent, kept) => {
	expect(browserText(browserKind(agent))).toBe(kept);
});

test('what was kept is read back, and a word of no family is another browser', () => {
	for (const [, kept] of AGENTS) expect(browserText(parseBrowser(kept))).toBe(kept);
	expect(parseBrowser('constructor __proto__')).toEqual({ browser: 'other', system: 'other' });
	expect(parseBrowser('')).toEqual({ browser: 'other', system: 'other' });
});
