import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { stored } from '$lib/server/platform/db/stored';

/** Where JSON may be parsed, besides the reader of columns, and why. */
const PARSERS: Readonly<Record<string, string>> = {
	'lib/server/platform/db/stored.ts': 'the reader of columns',
	'lib/server/platform/secrets/seal.ts': 'what was sealed, checked next by sealedValue()',
	'lib/server/platform/pdf/unprintable.ts': 'the data of a document, which this process has just written',
	'lib/server/homes/imports/batches.ts': 'rows that this process has just packed',
	'lib/server/requests/duplicates/find.ts': 'clusters that a thread of this process has just packed',
	'lib/server/desk/file/heard.ts':
		'the detail of any act in the log, of which some say how they were heard; checked next',
	'lib/server/platform/forms/read-json.ts': 'a field of a form, checked next',
	'routes/(public)/verify/verify.worker.ts': 'a file that a reader opens in the browser',
	'routes/(public)/check/carried.ts': 'a field of a form, checked next'
};

/** Where a sealed value may be opened, and why. */
const OPENERS: Readonly<Record<string, string>> = {
	'lib/server/platform/secrets/seal.ts': 'defines it',
	'lib/server/platform/secrets/sealed-value.ts': 'checks what it opens',
	'lib/server/platform/secrets/check-master-key.ts': 'asks only whether it opens'
};

const filesWith = (text: string): string[] =>
	readdirSync('src', { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(ts|svelte)$/.test(file))
		.filter((file) => !/^lib\/(domain|paraglide)\//.test(file))
		.filter((file) => readFileSync(`src/${file}`, 'utf8').includes(text));

describe('JSON', () => {
	it('of a column is parsed by the decoder of its shape and nowhere else', () => {
		const files = filesWith('JSON.parse(');
		const elsewhere = files.filter((file) => !Object.hasOwn(PARSERS, file));
		expect(elsewhere.map((file) => `${file}: read the column with stored(), in the feature that owns it`)).toEqual([]);
		expect(Object.keys(PARSERS).filter((file) => !files.includes(file))).toEqual([]);
	});

	it('that was sealed is opened by the decoder of its shape and nowhere else', () => {
		const elsewhere = filesWith('unseal(').filter((file) => !Object.hasOwn(OPENERS, file));
		expect(elsewhere.map((file) => `${file}: open it with sealedValue(), in the feature that owns it`)).toEqual([]);
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
