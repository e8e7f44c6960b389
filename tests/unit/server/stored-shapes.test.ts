import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { stored } from '$lib/server/platform/db/stored';

/** Where JSON may be parsed, besides the reader of columns, and why. */
const PARSERS: Readonly<Record<string, string>> = {
	'lib/server/platform/db/stored.ts': 'the reader of columns',
	'lib/server/platform/secrets/seal.ts': 'what was sealed; the seal says that nobody changed it',
	'lib/server/platform/http/told-cookie.ts': 'a cookie of this portal',
	'lib/server/homes/imports/batches.ts': 'rows that this process has just packed',
	'lib/server/platform/forms/read-json.ts': 'a field of a form, checked next',
	'routes/(public)/verify/verify.worker.ts': 'a file that a reader opens in the browser',
	'routes/(public)/check/carried.ts': 'a field of a form, checked next'
};

describe('JSON', () => {
	it('of a column is parsed by the decoder of its shape and nowhere else', () => {
		const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
			.filter((file) => /\.(ts|svelte)$/.test(file))
			.filter((file) => !/^lib\/(domain|paraglide)\//.test(file))
			.filter((file) => readFileSync(`src/${file}`, 'utf8').includes('JSON.parse('));
		const elsewhere = files.filter((file) => !Object.hasOwn(PARSERS, file));
		expect(elsewhere.map((file) => `${file}: read the column with stored(), in the feature that owns it`)).toEqual([]);
		expect(Object.keys(PARSERS).filter((file) => !files.includes(file))).toEqual([]);
	});
});

describe('a stored value', () => {
	const read = stored<{ readonly a: number }>('a thing', z.looseObject({ a: z.int() }));

	it('comes back as it was written, with its keys in their order', () => {
		expect(JSON.stringify(read('{"z":1,"a":2}'))).toBe('{"z":1,"a":2}');
	});

	it('of another shape is refused, by its places and never by its values', () => {
		expect(() => read('{"a":"a diagnosis"}')).toThrow(
			/^What is stored as a thing cannot be read: a \(invalid_type\)\.$/
		);
		expect(() => read('{"a":"a diagnosis"}')).not.toThrow(/diagnosis/);
		expect(() => read('null')).toThrow(/all of it/);
	});
});
