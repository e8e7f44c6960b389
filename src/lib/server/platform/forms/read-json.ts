/** How deep a text may nest, and how many values it may hold. */
export type JsonLimit = { readonly depth: number; readonly values: number };

/**
 * Reads JSON that others wrote; undefined for what is no JSON or is over `limit`. The text is counted first: what nests
 * without end breaks whatever walks it later, and each value costs a check of its own.
 */
export function readJson(text: string, limit: JsonLimit): unknown {
	if (!isWithin(text, limit)) return undefined;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

function isWithin(text: string, { depth, values }: JsonLimit): boolean {
	let [open, count, isString] = [0, 1, false];
	for (let at = 0; at < text.length; at++) {
		const sign = text[at];
		if (sign === '"') isString = !isString;
		else if (isString) at += sign === '\\' ? 1 : 0;
		else if (sign === '[' || sign === '{') open += 1;
		else if (sign === ']' || sign === '}') open -= 1;
		else if (sign === ',') count += 1;
		if (open > depth || count > values) return false;
	}
	return true;
}
