const ESCAPES: Readonly<Record<string, string>> = {
	'"': '"',
	'\\': '\\',
	'/': '/',
	b: '\b',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t'
};

/** The text of a JSON string without its quotation marks, escapes replaced. Null if an escape is unknown. */
export function unescape(raw: string): string | null {
	let known = true;
	const text = raw.replace(/\\(?:u([\da-fA-F]{4})|([^]?))/g, (_, code: string | undefined, letter: string) => {
		if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
		known &&= Object.hasOwn(ESCAPES, letter);
		return ESCAPES[letter] ?? '';
	});
	return known ? text : null;
}
