import { expect, it } from 'vitest';
import { JsonReader } from '$lib/domain/allocation/reading/json-reader';

it('refuses a text of more than 64 MiB', () => {
	const bytes = new Uint8Array(2 ** 26 + 3).fill(0x61);
	bytes[0] = bytes[bytes.length - 1] = 0x22;
	const reason = 'file: a text of more than 64 MiB';
	expect(() => new JsonReader(bytes).text()).toThrow(reason);
	expect(() => new JsonReader(source(bytes.subarray(0, -1))).text()).toThrow(reason);
});

/** All of them, in pieces as large as there is room for. */
function source(bytes: Uint8Array) {
	let at = 0;
	return (into: Uint8Array) => {
		const part = bytes.subarray(at, at + into.length);
		into.set(part);
		at += part.length;
		return part.length;
	};
}
