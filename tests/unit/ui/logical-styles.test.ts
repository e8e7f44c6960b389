import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** A side of the screen where a side of the text is meant. A page written from right to left would keep it wrong. */
const PHYSICAL =
	/(?:margin|padding|border|scroll-margin)-(?:left|right)\b|border-(?:top|bottom)-(?:left|right)-radius|(?:^|[{;\s])(?:left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b/;

const stylesIn = (folder: string) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((file) => {
		const source = /\.(scss|svelte)$/.test(file) ? readFileSync(join(folder, file), 'utf8') : '';
		const styles = file.endsWith('.svelte') ? (/<style[^]*<\/style>/.exec(source)?.[0] ?? '') : source;
		return styles.split('\n').map((line) => `${file}: ${line.trim()}`);
	});

test('styles name the sides of the text (inline-start, end), not of the screen', () => {
	const lines = ['src/lib/styles', 'src/lib/ui', 'src/routes'].flatMap(stylesIn);
	expect(lines.length).toBeGreaterThan(1_000);
	expect(lines.filter((line) => PHYSICAL.test(line.slice(line.indexOf(': ') + 2)))).toEqual([]);
});

test.each(['margin-left: 1rem', 'left: 0', 'text-align: right', 'border-top-left-radius: 0', 'float: left'])(
	'%s would be found',
	(style) => expect(style).toMatch(PHYSICAL)
);
