import { describe, expect, it } from 'vitest';
import { ByteTable } from '$lib/domain/allocation/reading/byte-table';
import { JsonReader } from '$lib/domain/allocation/reading/json-reader';
import { JsonShape } from '$lib/domain/allocation/reading/json-shape';
import { RoundRefused } from '$lib/domain/allocation/round-refused';

const encode = (text: string) => new TextEncoder().encode(text);

/** Reads from a source that gives so many bytes at a time. */
function inPieces(bytes: Uint8Array, most: number): JsonReader {
	let at = 0;
	return new JsonReader((into) => {
		const part = bytes.subarray(at, at + Math.min(most, into.length));
		into.set(part);
		at += part.length;
		return part.length;
	});
}

const readers = (bytes: Uint8Array) => [new JsonReader(bytes), inPieces(bytes, 1), inPieces(bytes, 1_000)];

/** What all of them read, or the refusal that all of them give. */
function read(text: string, what: (reader: JsonReader) => unknown): unknown {
	const [whole, ...pieces] = readers(encode(text)).map((reader) => {
		try {
			const value = what(reader);
			reader.finish();
			return value;
		} catch (error) {
			if (error instanceof RoundRefused) return error.message;
			throw error;
		}
	});
	expect(pieces).toEqual([whole, whole]);
	return whole;
}

/** `{ "a": [whole numbers], "b"?: true or false }`. */
function readObject(reader: JsonReader) {
	const found: { a: number[]; b?: boolean } = { a: [] };
	const shape = new JsonShape(
		{ a: () => reader.array(() => found.a.push(reader.integer())), b: () => (found.b = reader.boolean()) },
		['a']
	);
	reader.object(shape);
	return found;
}

function readRecord(reader: JsonReader) {
	const names = new ByteTable();
	const found: [string | undefined, string][] = [];
	reader.record(names, (name) => found.push([names.at(name), reader.text()]));
	return found;
}

describe('the reader of JSON', () => {
	it.each([
		[' { "a" : [ ] } ', { a: [] }],
		['{"a":[1,\t20\n,\r-3]}', { a: [1, 20, -3] }],
		['{"b":true,"a":[4]}', { a: [4], b: true }],
		['{"\\u0061":[4], "b" : false}', { a: [4], b: false }],
		['', 'file: an object expected, but the file ends'],
		['{"a":[1', 'a: "," or "]" expected, but the file ends'],
		['{"a":[1 2]}', 'a: "," or "]" expected at byte 8'],
		['{"a":[1,]}', 'a[1]: an integer expected at byte 8'],
		['{"a":[0,-]}', 'a[1]: an integer expected at byte 8'],
		['{"a":[0,1.5]}', 'a[1]: not an integer'],
		['{"a":[9007199254740992]}', 'a[0]: an integer beyond 2^53 - 1'],
		['{"a":null}', 'a: an array expected at byte 5, null is not allowed'],
		['{"a":[null]}', 'a[0]: an integer expected at byte 6, null is not allowed'],
		['{"a" [1]}', 'file: ":" expected at byte 5'],
		['{"a":[1] "b":true}', 'file: "," or "}" expected at byte 9'],
		['{"a":[1],"a":[2]}', 'file: member "a" is repeated'],
		['{"a":[1],"c":[2]}', 'file: unknown member "c"'],
		['{"a":[1],"\\u0063":[2]}', 'file: unknown member "c"'],
		['{"a":[1],"c"}', 'file: ":" expected at byte 12'],
		['{"b":true}', 'file: "a" is missing'],
		['{}', 'file: "a" is missing'],
		['{"b":tru}', 'b: true or false expected at byte 5'],
		['{"b":fals', 'b: true or false expected at byte 5'],
		['{"b":nul', 'b: true or false expected at byte 5, null is not allowed'],
		['{"b":', 'b: true or false expected, but the file ends'],
		['{"a":[]} x', 'file: something after the end, at byte 9'],
		['{a:1}', 'file: a member name expected at byte 1'],
		['[]', 'file: an object expected at byte 0']
	])('an object: %s', (text, expected) => {
		expect(read(text, readObject)).toEqual(expected);
	});

	it.each([
		['{ }', []],
		['{"x":"1", "y" :"\\u00e8"}', [['x', '1'], ['y', 'è']]], // prettier-ignore
		['{"x":"1","\\u0078":"2"}', 'file: member "x" is repeated'],
		['{"x":"1","y"}', 'file: ":" expected at byte 12'],
		['{"x":"1",}', 'file: a member name expected at byte 9'],
		['{"x":"1";}', 'file: "," or "}" expected at byte 8'],
		['{"x":1}', 'x: a text expected at byte 5'],
		['{"x y\\n":""}', 'x y\\n: an empty text'],
		['{"":"1"}', 'file: an empty text'],
		['["x"]', 'file: an object expected at byte 0'],
		['{"x":"\u0019"}', 'x: a control character inside a text'],
		['{"x":"\\ud800"}', 'x: a text with a lone surrogate'],
		['{"x":"\\', 'x: the file ends inside a text'],
		['{"x":"\\"', 'x: the file ends inside a text']
	])('a record: %s', (text, expected) => {
		expect(read(text, readRecord)).toEqual(expected);
	});

	it.each([
		'1',
		' -1.5e3 ',
		'""',
		'"a,]}"',
		'null',
		'[]',
		'{"a":[{},[1,"]"],{"b":"}"}],"c":""}',
		' [ 1 , [ 2 ] , "x" ] '
	])('passes over %s', (value) => {
		const readPair = (reader: JsonReader) => {
			const found: number[] = [];
			reader.array(() => (found.length === 0 ? found.push(reader.integer()) : reader.pass()));
			return found;
		};
		expect(read(`[7,${value}]`, readPair)).toEqual([7]);
		expect(read(`[7,${value},${value}]`, readPair)).toEqual([7]);
	});

	it.each([
		['[', 'file: a value expected, but the file ends'],
		['{"a":[1}', 'file: a value expected, but the file ends'],
		['"a', 'file: the file ends inside a text']
	])('passes over nothing that is cut short: %s', (text, reason) => {
		expect(read(text, (reader) => reader.pass())).toBe(reason);
	});

	it('refuses a byte order mark, and nothing that only begins like one', () => {
		for (const rest of ['', '{}']) {
			const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, ...encode(rest));
			expect(() => new JsonReader(bytes)).toThrow('file: begins with a byte order mark');
			expect(() => inPieces(bytes, 1)).toThrow('file: begins with a byte order mark');
		}
		for (const bytes of [[0xef], [0xef, 0xbb], [0xef, 0xbb, 0xbe], [0xee, 0xbb, 0xbf], [0xef, 0xba, 0xbf]]) {
			for (const reader of readers(Uint8Array.from(bytes))) {
				expect(() => reader.finish()).toThrow('file: something after the end, at byte 0');
			}
		}
	});

	it('refuses a text that is not UTF-8, and reads one of any length', () => {
		for (const reader of readers(Uint8Array.of(0x22, 0x61, 0xff, 0x22))) {
			expect(() => reader.text()).toThrow('file: a text that is not UTF-8');
		}
		const long = 'è'.repeat(200_000);
		const reader = inPieces(encode(` "x" "${long}" 1`), 30_000);
		expect([reader.text(), reader.text(), reader.integer()]).toEqual(['x', long, 1]);
	});

	it('says where in an array something is wrong, and keeps a mark that is part of a text', () => {
		const names = new ByteTable();
		expect(read('["x",1]', (reader) => reader.array(() => reader.name(names)))).toBe('[1]: a text expected at byte 5');
		expect(read('[{"a":1}]', (reader) => reader.array(() => readObject(reader)))).toBe(
			'[0].a: an array expected at byte 6'
		);
		expect(read('"\ufeffè"', (reader) => reader.text())).toBe('\ufeffè');
		expect(read('1', (reader) => reader.pass())).toBeUndefined();
	});
});
