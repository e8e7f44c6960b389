import { ESLint } from 'eslint';
import { expect, it } from 'vitest';
import { boundaries } from '../../../lint/boundaries.js';
import ts from 'typescript-eslint';
import svelte from 'eslint-plugin-svelte';

const eslint = new ESLint({
	overrideConfigFile: true,
	overrideConfig: [
		...svelte.configs.base,
		{ files: ['**/*.ts'], languageOptions: { parser: ts.parser } },
		{ files: ['**/*.svelte'], languageOptions: { parserOptions: { parser: ts.parser } } },
		...boundaries
	] as ESLint.Options['overrideConfig']
});

/** What lint says of a file at `path` that holds `line`. */
async function told(path: string, line: string): Promise<string[]> {
	const code = path.endsWith('.svelte') ? `<script lang="ts">\n${line}\n</script>` : line;
	const [result] = await eslint.lintText(code, { filePath: path });
	return result!.messages.map(({ message }) => message);
}

const server = (path: string) => `src/lib/server/${path}`;

/** Each breaks one rule: where the file lies, its line, and words of the sentence that says where the code belongs. */
const broken: [rule: string, path: string, line: string, sentence: RegExp][] = [
	[
		'the domain, by a relative way out',
		'src/lib/domain/scoring/x.ts',
		`import { now } from '../../server/clock';`,
		/pure/
	],
	['the domain, by the alias', 'src/lib/domain/scoring/x.ts', `import { now } from '$lib/server/clock';`, /pure/],
	['the domain, of a type', 'src/lib/domain/x/x.ts', `type A = import('$lib/server/schema').Database;`, /pure/],
	['the domain, at run time', 'src/lib/domain/x/x.ts', `export const a = () => import('node:fs');`, /pure/],
	['the domain, by an export', 'src/lib/domain/x/x.ts', `export * from '../../ui/field';`, /pure/],
	['the domain, of a library', 'src/lib/domain/x/x.ts', `import { z } from 'zod';`, /pure/],
	['the domain has no clock', 'src/lib/domain/x/x.ts', `export const a = () => new Date();`, /no clock/],
	['the domain has no randomness', 'src/lib/domain/x/x.ts', `export const a = Math.random();`, /no randomness/],
	['the domain has no environment', 'src/lib/domain/x/x.ts', `export const a = process.env;`, /no environment/],
	[
		'a route never imports a repository, whatever its name',
		'src/routes/(staff)/staff/x/+page.server.ts',
		`import { findViewing } from '$lib/server/letting/offers/viewing-repository';`,
		/service/
	],
	[
		'a route never imports a repository, by a relative way',
		'src/routes/api/x/+server.ts',
		`import { find } from '../../../lib/server/letting/offers/repository';`,
		/service/
	],
	['a route writes no SQL', 'src/routes/api/x/+server.ts', `db.selectFrom('offers');`, /SQL/],
	['a route opens no database', 'src/routes/api/x/+server.ts', `import { sql } from 'kysely';`, /SQL/],
	['a route has no clock', 'src/routes/api/x/+server.ts', `export const a = Date.now();`, /only clock/],
	[
		'a page that the browser shows',
		'src/routes/x/+page.svelte',
		`import { now } from '$lib/server/clock';`,
		/load function/
	],
	['a component of a route', 'src/routes/x/Part.svelte', `import { now } from '$lib/server/clock';`, /load function/],
	['a component', 'src/lib/ui/Part.svelte', `import { now } from '../server/clock';`, /load function/],
	[
		'an upper area',
		server('homes/dwellings/service.ts'),
		`import { makeOffers } from '$lib/server/letting/offers/make-offers';`,
		/homes lies below letting/
	],
	[
		'an upper area, by a relative way and of a type',
		server('requests/applications/service.ts'),
		`import type { RoundRow } from '../../allocation/rounds/table';`,
		/requests lies below allocation/
	],
	['the demo', server('letting/offers/service.ts'), `import { world } from '$lib/server/demo/world';`, /demo/],
	['a component in the server', server('notices/notices/x.ts'), `import { x } from '$lib/ui/navigation';`, /words/],
	['a route in the server', server('notices/notices/x.ts'), `import { x } from '../../../../routes/api/x';`, /route/],
	['HTTP in a service', server('letting/offers/service.ts'), `import { fail } from '@sveltejs/kit';`, /HTTP/],
	['HTTP in any file', server('platform/accounts/fields.ts'), `import { error } from '@sveltejs/kit';`, /HTTP/],
	['HTTP in a repository', server('letting/offers/repository.ts'), `import { page } from '$app/state';`, /HTTP/],
	['a database in a service', server('letting/offers/service.ts'), `import pg from 'pg';`, /platform\/db/],
	['SQL in a service', server('letting/offers/service.ts'), `trx.insertInto('offers');`, /repository/],
	['a clock in a service', server('letting/offers/service.ts'), `export const a = new Date();`, /only clock/],
	['a start in a service', server('letting/offers/x.ts'), `import { jobs } from '$lib/server/jobs';`, /hooks/],
	['a folder that is no area', server('misplaced/x/x.ts'), `import { db } from '../../homes/a/b';`, /area/],
	['an area in the settings', server('config.ts'), `import { db } from './platform/db/app';`, /no area/],
	['a service in the list of tables', server('schema.ts'), `import './letting/offers/service';`, /table\.ts/],
	[
		'a thread that reads the database',
		server('allocation/rounds/x.worker.ts'),
		`import { db } from '$lib/server/platform/db/app';`,
		/thread/
	],
	['a migration', 'migrations/0001_x.ts', `import { newId } from '../src/lib/server/ids';`, /frozen/],
	['a library in a migration', 'migrations/0001_x.ts', `import { z } from 'zod';`, /frozen/],
	['words', 'src/lib/words/x.ts', `import { db } from '$lib/server/platform/db/app';`, /plain functions/]
];

it.each(broken)('refuses: %s', async (_, path, line, sentence) => {
	expect(await told(path, line)).toEqual([expect.stringMatching(sentence)]);
});

const allowed: [path: string, line: string][] = [
	['src/lib/domain/scoring/x.ts', `import { a } from '../household/household';`],
	['src/lib/domain/allocation/x.ts', `import { sha256 } from '@noble/hashes/sha2.js';`],
	[server('letting/offers/service.ts'), `import { a } from '../tenancies/service';`],
	[server('letting/offers/service.ts'), `import { a } from '$lib/server/homes/dwellings/repository';`],
	[server('letting/offers/repository.ts'), `import { sql } from 'kysely'; trx.selectFrom('offers');`],
	[server('demo/world.ts'), `import { a } from '$lib/server/letting/offers/service';`],
	[server('platform/auth/guard.ts'), `import { error } from '@sveltejs/kit';`],
	[server('jobs.ts'), `import { a } from './letting/offers/expire-offers';`],
	['src/routes/api/x/+server.ts', `import { a } from '$lib/server/letting/offers/service';`],
	['src/routes/x/+page.svelte', `import { m } from '$lib/paraglide/messages';`]
];

it.each(allowed)('allows %s: %s', async (path, line) => {
	expect(await told(path, line)).toEqual([]);
});
