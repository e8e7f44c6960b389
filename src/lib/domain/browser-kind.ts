/** The families of browsers and systems that a person can tell apart. The first that matches counts. */
const browsers = [
	['edge', /\bEdg(e|A|iOS)?\//],
	['samsung', /\bSamsungBrowser\//],
	['opera', /\b(OPR|OPT)\//],
	['firefox', /\b(Firefox|FxiOS)\//],
	['chrome', /\b(Chrome|CriOS|Chromium)\//],
	['safari', /\bVersion\/\S+ .*Safari\//]
] as const;
const systems = [
	['iphone', /\biPhone\b/],
	['ipad', /\biPad\b/],
	['android', /\bAndroid\b/],
	['windows', /\bWindows\b/],
	['mac', /\bMacintosh\b/],
	['linux', /\b(Linux|CrOS)\b/]
] as const;

export type Browser = (typeof browsers)[number][0] | 'other';
export type System = (typeof systems)[number][0] | 'other';
export type BrowserKind = { readonly browser: Browser; readonly system: System };

/**
 * The kind of browser that `userAgent` names: its family and its system, never a version or a model, which would tell one
 * person's device from another's.
 */
export function browserKind(userAgent: string | null): BrowserKind {
	const named = (userAgent ?? '').slice(0, 500);
	return {
		browser: browsers.find(([, pattern]) => pattern.test(named))?.[0] ?? 'other',
		system: systems.find(([, pattern]) => pattern.test(named))?.[0] ?? 'other'
	};
}

/** How a session keeps it, such as `firefox android`. */
export const browserText = ({ browser, system }: BrowserKind): string => `${browser} ${system}`;

/** What `browserText` wrote. */
export function parseBrowser(text: string): BrowserKind {
	const [browser, system] = text.split(' ');
	return {
		browser: browsers.find(([name]) => name === browser)?.[0] ?? 'other',
		system: systems.find(([name]) => name === system)?.[0] ?? 'other'
	};
}

/** The browser that sent `request`. */
export const browserOf = (request: Request): string => browserText(browserKind(request.headers.get('user-agent')));
