import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import settings from '../../../project.inlang/settings.json' with { type: 'json' };

const FOLDER = 'src/lib/i18n/messages';
const base = settings.baseLocale;
const others = settings.locales.filter((locale) => locale !== base);
const files = readdirSync(join(FOLDER, base)).sort();

function read(locale: string, file: string): Record<string, unknown> {
	return JSON.parse(readFileSync(join(FOLDER, locale, file), 'utf8')) as Record<string, unknown>;
}

const braces = (value: unknown) => [...new Set(JSON.stringify(value).match(/\{\w+\}/g))].sort();

test('every file of messages is read by the compiler', () => {
	const compiled = settings['plugin.inlang.messageFormat'].pathPattern.map((pattern) => pattern.replace(/^.*\//, ''));
	expect(files).toEqual([...compiled].sort());
});

test('no key stands in two files', () => {
	const keys = files.flatMap((file) => Object.keys(read(base, file)));
	expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

// Paraglide falls back silently to Italian: a missing sentence would not be seen.
describe.each(others)('%s', (locale) => {
	test.each(files)('%s has the keys of the Italian, each with a text and the same values in braces', (file) => {
		const italian = read(base, file);
		const other = read(locale, file);
		expect(Object.keys(other).sort()).toEqual(Object.keys(italian).sort());
		for (const [key, value] of Object.entries(other)) {
			expect(JSON.stringify(value).length, key).toBeGreaterThan(2);
			expect(braces(value), key).toEqual(braces(italian[key]));
		}
	});
});
