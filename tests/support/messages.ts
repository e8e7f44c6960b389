const HEADING = 'paraglide/messages';

/** A source file: its path, and what it holds. */
export type Source = { readonly path: string; readonly text: string };

/** A sentence for each file of messages that the compiler does not read, and for each that it looks for in vain. */
export function filesOutOfStep(locale: string, files: readonly string[], patterns: readonly string[]): string[] {
	const paths = files.map((file) => `src/lib/i18n/messages/${locale}/${file}`);
	const read = patterns.map((pattern) => pattern.replace(/^\.\//, '').replace('{locale}', locale));
	return [
		...paths
			.filter((path) => !read.includes(path))
			.map((path) => `${path} is missing from pathPattern in project.inlang/settings.json: its messages are not read.`),
		...read
			.filter((path) => !paths.includes(path))
			.map((path) => `project.inlang/settings.json names ${path}, which is not there.`)
	];
}

/** A sentence for each message that a source uses and no file has. */
export function absentMessages(names: ReadonlySet<string>, sources: readonly Source[]): string[] {
	return sources.flatMap(({ path, text }) =>
		[...usedIn(text)]
			.filter((name) => !names.has(name))
			.map((name) => `${path} uses the message ${name}, which no file of messages has.`)
	);
}

/** A sentence for each message that no source uses. */
export function unusedMessages(names: ReadonlySet<string>, sources: readonly Source[]): string[] {
	const used = new Set(sources.flatMap(({ text }) => [...usedIn(text)]));
	const families = sources.flatMap(({ text }) => familiesIn(text));
	return [...names]
		.filter((name) => !used.has(name) && !families.some((family) => name.startsWith(family)))
		.map((name) => `Nothing uses the message ${name}: take it out of every language.`);
}

function usedIn(text: string): Set<string> {
	if (!text.includes(HEADING)) return new Set();
	return new Set([...text.matchAll(/\bm\.([a-z]\w*_\w+|[a-z]\w*(?=\())/g)].map(([, name]) => name!));
}

/** The beginning of names that are put together and looked up in `m`: `rulesets_field_` before a `${…}`. */
function familiesIn(text: string): string[] {
	if (!text.includes(HEADING) || !/\bin m\b|\bm\[/.test(text)) return [];
	return [...text.matchAll(/`([a-z]\w*_)\$\{/g)].map(([, family]) => family!);
}
