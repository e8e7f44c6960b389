/** Where to go after signing in: a path of this portal, as it was asked for; `null` for anything else. */
export function safeNext(next: string | null): string | null {
	if (!next || next.length > 500 || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(next)) return null;
	const base = 'http://portal.invalid';
	const url = URL.canParse(next, base) ? new URL(next, base) : null;
	if (url?.origin !== base || url.pathname.startsWith('//')) return null;
	return /^\/([a-z]{2}\/)?(login|logout|signup|confirm|password)(\/|$)/.test(url.pathname)
		? null
		: url.pathname + url.search + url.hash;
}
