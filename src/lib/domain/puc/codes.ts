/**
 * The State's tables of codes, as far as they were loaded: the funds of a programme (TC4), the nature of an operation
 * (TC5), the programme of a level (TC36), the nature of an item of expense (TC37). None is shipped.
 */
export type Codes = {
	readonly TC4?: ReadonlyMap<string, readonly string[]>;
	readonly TC5?: ReadonlyMap<string, string>;
	readonly TC36?: ReadonlyMap<string, string>;
	readonly TC37?: ReadonlyMap<string, string>;
};

export type CodeTable = keyof Codes;

class NotOfTheFormat extends Error {}

/** Reads a file `puc-codes/1`; null when it is not one. A table may be missing, and a code may say nothing. */
export function readCodes(bytes: Uint8Array): Codes | null {
	try {
		const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
		return codesOf(objectOf(JSON.parse(text) as unknown));
	} catch (error) {
		if (error instanceof SyntaxError || error instanceof TypeError || error instanceof NotOfTheFormat) return null;
		throw error;
	}
}

function codesOf(file: Map<string, unknown>): Codes {
	if (file.get('format') !== 'puc-codes/1') throw new NotOfTheFormat();
	return {
		TC4: read(file.get('TC4'), 'funds', textsOf),
		TC5: read(file.get('TC5'), 'nature', textOf),
		TC36: read(file.get('TC36'), 'programme', textOf),
		TC37: read(file.get('TC37'), 'nature', textOf)
	};
}

function read<Value>(table: unknown, member: string, valueOf: (value: unknown) => Value) {
	if (table === undefined) return undefined;
	const known = new Map<string, Value>();
	for (const [code, entry] of objectOf(table)) {
		const value = objectOf(entry).get(member);
		if (value !== undefined) known.set(code, valueOf(value));
	}
	return known;
}

function objectOf(value: unknown): Map<string, unknown> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new NotOfTheFormat();
	return new Map(Object.entries(value));
}

function textOf(value: unknown): string {
	if (typeof value !== 'string') throw new NotOfTheFormat();
	return value;
}

function textsOf(value: unknown): readonly string[] {
	if (!Array.isArray(value)) throw new NotOfTheFormat();
	return value.map(textOf);
}
