import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { absentMessages, filesOutOfStep, unusedMessages, type Source } from '../../support/messages';
import settings from '../../../project.inlang/settings.json' with { type: 'json' };

const FOLDER = 'src/lib/i18n/messages';
const base = settings.baseLocale;
const others = settings.locales.filter((locale) => locale !== base);
const files = readdirSync(join(FOLDER, base)).sort();

function read(locale: string, file: string): Record<string, unknown> {
	return JSON.parse(readFileSync(join(FOLDER, locale, file), 'utf8')) as Record<string, unknown>;
}

function readSources(folder: string): Source[] {
	const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
	const own = paths.filter((path) => /\.(ts|js|svelte)$/.test(path) && !path.includes('paraglide'));
	return own.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

const braces = (value: unknown) => [...new Set(JSON.stringify(value).match(/\{\w+\}/g))].sort();

const patterns = settings['plugin.inlang.messageFormat'].pathPattern;

test.each(settings.locales)('every file of messages in %s is read by the compiler', (locale) => {
	expect(filesOutOfStep(locale, readdirSync(join(FOLDER, locale)), patterns)).toEqual([]);
});

test.each(settings.locales)('each message in %s has one key: the second of two would replace the first', (locale) => {
	const keys = files.flatMap((file) => Object.keys(read(locale, file)).filter((key) => key !== '$schema'));
	expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test.each(settings.locales)('no sentence in %s shows the sign of an escape: a line ends with a line end', (locale) => {
	for (const file of files) expect(JSON.stringify(read(locale, file)), file).not.toContain(String.raw`\\`);
});

test('a file of messages that the compiler does not read is named', () => {
	expect(filesOutOfStep('it', ['home.json', 'keys.json'], ['./src/lib/i18n/messages/{locale}/home.json'])).toEqual([
		'src/lib/i18n/messages/it/keys.json is missing from pathPattern in project.inlang/settings.json: its messages are not read.'
	]);
	expect(filesOutOfStep('it', [], ['./src/lib/i18n/messages/{locale}/home.json'])).toEqual([
		'project.inlang/settings.json names src/lib/i18n/messages/it/home.json, which is not there.'
	]);
});

describe('names', () => {
	const names = new Set(settings.locales.flatMap((locale) => files.flatMap((file) => Object.keys(read(locale, file)))));
	const sources = ['src', 'tests', 'scripts'].flatMap(readSources);

	test('every message that is used is there', () => {
		expect(absentMessages(names, sources)).toEqual([]);
	});

	test('every message that is there is used', () => {
		expect(unusedMessages(names, sources)).toEqual([]);
	});

	test('one that is absent and one that is not used are named', () => {
		const text = "import { m } from '$lib/paraglide/messages';\n m.home_title(); m['x']; `door_${side}`";
		const some = [{ path: 'src/x.ts', text }];
		expect(absentMessages(new Set(['home_lead']), some)).toEqual([
			'src/x.ts uses the message home_title, which no file of messages has.'
		]);
		expect(unusedMessages(new Set(['home_title', 'home_lead', 'door_left']), some)).toEqual([
			'Nothing uses the message home_lead: take it out of every language.'
		]);
	});
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

// A name that is only known at run time keeps every message: the page would bring them all, and name each in a header.
test('messages are looked up by key on the server alone', () => {
	const lookedUp = readSources('src').filter(
		({ text }) => text.includes('paraglide/messages') && /\bm\[|\bin m\b/.test(text)
	);
	const serverOnly = /^src\/lib\/server\/|\+(page|layout)\.server\.ts$|\+server\.ts$/;
	expect(lookedUp.map(({ path }) => path).filter((path) => !serverOnly.test(path))).toEqual([]);
});
