import { m } from '$lib/paraglide/messages';
import type { BrowserKind } from '$lib/domain/browser-kind';

const browsers = {
	edge: () => 'Edge',
	samsung: () => 'Samsung Internet',
	opera: () => 'Opera',
	firefox: () => 'Firefox',
	chrome: () => 'Chrome',
	safari: () => 'Safari',
	other: () => m.sessions_other_browser()
} as const satisfies Record<BrowserKind['browser'], () => string>;

const systems = {
	iphone: () => m.sessions_on({ device: 'iPhone' }),
	ipad: () => m.sessions_on({ device: 'iPad' }),
	android: () => m.sessions_on({ device: 'Android' }),
	windows: () => m.sessions_on({ device: 'Windows' }),
	mac: () => m.sessions_on({ device: 'Mac' }),
	linux: () => m.sessions_on({ device: 'Linux' }),
	other: () => ''
} as const satisfies Record<BrowserKind['system'], () => string>;

/** What a person calls a device: “Firefox su Android”. */
export const deviceName = ({ browser, system }: BrowserKind): string =>
	`${browsers[browser]()} ${systems[system]()}`.trim();
