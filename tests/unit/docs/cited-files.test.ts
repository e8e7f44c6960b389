import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import ts from 'typescript-eslint';

/** A document by any name, and another file by a path with a folder. */
const CITED =
	/(?:[\w.+-]+\/|\([\w-]+\)\/)*[\w+-][\w.+-]*\.md\b|\bdocs\/[\w./-]*\w|(?:[\w+-][\w.+-]*\/|\([\w-]+\)\/)+[\w.+-]+\.(?:ts|js|json|svelte)\b/g;

/** What follows a name that stands for many files: `docs/how-to-add-*.md`. */
const STANDS_FOR_MANY = /^[-_]?[*<{$]/;

/** What a build makes. */
const BUILT = /^build\//;

type Comment = { readonly value: string; readonly loc: { readonly start: { readonly line: number } } };

/** The parser of lint; its types say nothing of comments. */
function parse(text: string, options: object): { comments: readonly Comment[] } {
	const { parseForESLint } = ts.parser as { parseForESLint(text: string, options: object): { ast: unknown } };
	return parseForESLint(text, options).ast as { comments: readonly Comment[] };
}

/** From where a comment may name a file: the root, `src/lib`, `src`, or its own folder. */
const folders = (path: string) => ['.', 'src/lib', 'src', dirname(path)];

/** The comments of a source, each with its line. */
function commentsOf(path: string, text: string): { line: number; value: string }[] {
	if (!path.endsWith('.svelte')) {
		const { comments } = parse(text, { comment: true, loc: true });
		return comments.map(({ value, loc }) => ({ line: loc.start.line, value }));
	}
	const lineOf = (at: number) => text.slice(0, at).split('\n').length;
	const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].flatMap((script) => {
		const before = lineOf(script.index + script[0].indexOf(script[1]!)) - 1;
		return commentsOf('x.ts', script[1]!).map(({ line, value }) => ({ line: line + before, value }));
	});
	const markup = [...text.matchAll(/<!--([\s\S]*?)-->/g)].map((one) => ({ line: lineOf(one.index), value: one[1]! }));
	return [...scripts, ...markup];
}

/** A sentence for each file that a comment cites and that is not there. */
function citedInVain(path: string, text: string): string[] {
	// Parsed only where something besides an import looks like a file.
	if (!text.replaceAll(/^import .*|\bfrom '.*'/gm, '').match(CITED)) return [];
	return commentsOf(path, text).flatMap(({ line, value }) => {
		const said = value.replaceAll(/https?:\S+/g, '');
		return [...said.matchAll(CITED)]
			.filter(({ 0: cited, index }) => !STANDS_FOR_MANY.test(said.slice(index + cited.length)))
			.filter(([cited]) => !BUILT.test(cited) && !folders(path).some((folder) => existsSync(join(folder, cited))))
			.map(({ 0: cited, index }) => {
				const at = line + said.slice(0, index).split('\n').length - 1;
				return `${path}:${at} cites ${cited}, which is not in the repository.`;
			});
	});
}

const inFolders = ['src', 'tests', 'migrations', 'scripts', 'lint'].flatMap((folder) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file))
);
const sources = [...inFolders, ...readdirSync('.')].filter(
	(path) =>
		/\.(ts|js|svelte)$/.test(path) &&
		!path.includes('paraglide') &&
		path !== join('tests/unit/docs/cited-files.test.ts')
);

it('every file that a comment cites is in the repository', () => {
	expect(sources.length).toBeGreaterThan(1_000);
	expect(sources.flatMap((path) => citedInVain(path, readFileSync(path, 'utf8')))).toEqual([]);
});

it('one that is not is named with its line, whatever the comment', () => {
	const told = (path: string, text: string) => citedInVain(path, text);
	expect(told('src/x.ts', 'const a = 1;\n/** Source:\n(rules.md, Time). */\nconst b = "other.md"; // docs/x')).toEqual([
		'src/x.ts:3 cites rules.md, which is not in the repository.',
		'src/x.ts:4 cites docs/x, which is not in the repository.'
	]);
	expect(told('src/X.svelte', '<script>\n\t// As in docs/gone.md\n</script>\n<!-- domain/gone.ts -->')).toEqual([
		'src/X.svelte:2 cites docs/gone.md, which is not in the repository.',
		'src/X.svelte:4 cites domain/gone.ts, which is not in the repository.'
	]);
	expect(told('src/x.ts', '// docs/architecture.md, server/clock.ts and https://example.org/guide.md')).toEqual([]);
});
