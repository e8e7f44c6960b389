import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The pages of residents: everybody's, applicants', landlords' and one's own account. The demo's own pages are for testers. */
const PAGES = ['(public)', '(account)', '(applicant)', '(landlord)'];
const NOT_READ = /\/\(public\)\/demo\//;
/** Mails to residents. */
const MAILS = ['src/lib/server/people/messages/templates.ts', 'src/lib/server/platform/accounts/mails.ts'];

const filesIn = (folder: string) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => join(folder, file))
		.filter((file) => /\.(svelte|ts)$/.test(file) && !NOT_READ.test(file));

/** The file that an import means; undefined for a package. */
function fileOf(from: string, what: string): string | undefined {
	const path = what.startsWith('$lib/')
		? join('src/lib', what.slice(5))
		: what.startsWith('.')
			? join(dirname(from), what)
			: null;
	if (path === null) return undefined;
	return [path, `${path}.ts`, path.replace(/\.js$/, '.ts')].find((name) => existsSync(name) && statSync(name).isFile());
}

/**
 * The messages that pages of residents use: those named in the pages, in components and words that they import, and in
 * the forms and the sentences for problems (`problems.ts`) of the features whose services they call.
 */
export function residentMessages(): Set<string> {
	const waiting = [
		...PAGES.flatMap((group) => filesIn(`src/routes/${group}`)),
		...MAILS,
		'src/routes/+layout.svelte',
		'src/routes/+error.svelte'
	];
	const seen = new Set(waiting);
	const used = new Set<string>();
	for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
		const source = readFileSync(file, 'utf8');
		for (const [, key] of source.matchAll(/\bm\.(\w+)/g)) used.add(key!);
		for (const [, what] of source.matchAll(/(?:from|import\()\s*'([^']+)'/g)) {
			const next = fileOf(file, what!);
			if (next === undefined || seen.has(next) || next.includes('/paraglide/')) continue;
			seen.add(next);
			if (!next.includes('/server/') || /(problems|form|fields|told\/\w+|password-rule)\.ts$/.test(next))
				waiting.push(next);
		}
	}
	return used;
}
