/**
 * JSON text that depends on the value only, for hashing: members sorted by name (UTF-16 order, as in RFC 8785), no
 * white space. Takes plain data. A member that is undefined is left out.
 */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (value !== null && typeof value === 'object') {
		const members = Object.entries(value)
			.filter(([, member]) => member !== undefined)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
		return `{${members.join(',')}}`;
	}
	return JSON.stringify(value);
}
