import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SERVER = 'src/lib/server';

/** A write of a table, as kysely or SQL by hand says it. */
const WRITE = /(?:insertInto|replaceInto|updateTable|deleteFrom|mergeInto)\(\s*(?:['"`](\w+)|\w+)/g;
const BY_HAND = /\b(?:insert\s+into|delete\s+from|update(?=\s+\S+\s+set\b))\s+"?(\w+)/gi;

/** The folder of the feature that owns each table: the one whose table.ts holds the type of its rows. */
function ownersIn(schema: string): Map<string, string> {
	const folders = new Map<string, string>();
	for (const [, names, folder] of schema.matchAll(/import type \{([^}]*)\} from '\$lib\/server\/(.*)\/table'/g))
		for (const name of names!.split(',')) folders.set(name.trim(), folder!);
	return new Map([...schema.matchAll(/^\t(\w+): (\w+);$/gm)].map(([, table, type]) => [table!, folders.get(type!)!]));
}

/** One sentence for each write of a table by a feature that does not own it. */
function foreignWrites(sources: ReadonlyMap<string, string>, owners: ReadonlyMap<string, string>): string[] {
	return [...sources].flatMap(([file, text]) =>
		[...text.matchAll(WRITE), ...text.matchAll(BY_HAND)].flatMap(([found, table]) => {
			const owner = table && owners.get(table);
			if (owner === dirname(file)) return [];
			if (owner) return [`${file} writes ${table}, which ${owner} owns: call its repository.`];
			return [`${file} writes a table that nobody can read off it, or that schema.ts does not list: ${found}`];
		})
	);
}

const owners = ownersIn(readFileSync(join(SERVER, 'schema.ts'), 'utf8'));
const sourcesIn = (folder: string) =>
	new Map(
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts'))
			.map((file) => [file, readFileSync(join(folder, file), 'utf8')])
	);

describe('a table', () => {
	it('has one owner, in the folder of its row type', () => {
		expect(owners.size).toBeGreaterThan(40);
		expect([...owners].filter(([, folder]) => folder === undefined)).toEqual([]);
	});

	it('is written by its owner and by nobody else; the demo world alone fills every table', () => {
		const sources = sourcesIn(SERVER);
		sources.delete('demo/repository.ts');
		// It writes into a copy of the database that no portal has open.
		sources.delete('platform/db/backup-keys.ts');
		expect(foreignWrites(sources, owners)).toEqual([]);
		expect(foreignWrites(new Map([...sourcesIn('src/cli'), ...sourcesIn('src/routes')]), owners)).toEqual([]);
	});

	it('is refused to anybody else, with the name of its owner', () => {
		const written = (text: string) => foreignWrites(new Map([['letting/offers/repository.ts', text]]), owners);
		expect(written("trx.updateTable('offers').set({})")).toEqual([]);
		expect(written("trx\n\t.deleteFrom(\n\t'data_keys')")).toEqual([
			'letting/offers/repository.ts writes data_keys, which platform/secrets owns: call its repository.'
		]);
		expect(written('sql`update tenancies set ended_at = ${now}`')).toEqual([
			'letting/offers/repository.ts writes tenancies, which letting/tenancies owns: call its repository.'
		]);
		expect(written('trx.insertInto(table).values(rows)')).toHaveLength(1);
	});
});
