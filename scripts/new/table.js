import { kebab, pascal, placeOfFeature, single } from './names.js';

/** @typedef {import('./write.js').Writer} Writer */

const SCHEMA = 'src/lib/server/schema.ts';
const WAITING = 'src/lib/server/desk/work-list/stored-states.ts';
const KEPT = 'src/lib/server/desk/rights/kept-of-person.ts';

/**
 * A table as docs/how-to-add-table.md describes it.
 * @param {Writer} writer @param {readonly string[]} words
 */
export function table(writer, words) {
	const place = placeOfFeature(words);
	const { area, feature, table: name } = place;
	addTable(writer, place);
	writer.create(`tests/integration/${area}/${feature}/${kebab(name)}.test.ts`, testOf(place));
	return `Now write the columns in the migration, the row type and the repository.`;
}

/**
 * Everything of the table but its test.
 * @param {Writer} writer @param {ReturnType<typeof placeOfFeature>} place
 */
export function addTable(writer, { area, feature, table: name }) {
	const folder = `src/lib/server/${area}/${feature}`;
	const rowFile = `${folder}/table.ts`;
	const rowType = rowTypeOf(name);
	writer.create(`migrations/${nextNumber(writer)}_${name}.ts`, migrationOf(name));
	if (writer.exists(rowFile)) writer.change(rowFile, (text) => `${text}\n${rowType}`);
	else writer.create(rowFile, rowType);
	writer.change(SCHEMA, (text) => withTable(text, name, `$lib/server/${area}/${feature}/table`));
	writer.change(WAITING, (text) => withWaiting(text, name));
	writer.change(KEPT, (text) => withKept(text, name));
	writer.create(`${folder}/${repositoryOf(writer, folder, name)}.ts`, repositoryText(name));
}

/** A feature's first repository has the plain name. @param {Writer} writer @param {string} folder @param {string} name */
function repositoryOf(writer, folder, name) {
	return writer.exists(`${folder}/repository.ts`) ? `${kebab(name)}-repository` : 'repository';
}

/** @param {Writer} writer */
function nextNumber(writer) {
	const numbers = writer.list('migrations').map((file) => Number(file.slice(0, 4)));
	return String(Math.max(...numbers) + 1).padStart(4, '0');
}

/** @param {string} text @param {string} name @param {string} module */
function withTable(text, name, module) {
	if (new RegExp(`^\t${name}: `, 'm').test(text)) throw new Error(`there is a table ${name} already.`);
	const type = `${pascal(name)}Table`;
	const begin = text.indexOf('export type Database = {\n') + 'export type Database = {\n'.length;
	const end = text.indexOf('};', begin);
	const lines = [...text.slice(begin, end).trimEnd().split('\n'), `\t${name}: ${type};`].sort();
	const list = `${text.slice(0, begin)}${lines.join('\n')}\n${text.slice(end)}`;
	return list.replace(/\n\n\/\*\* Every table/, `\nimport type { ${type} } from '${module}';$&`);
}

/** The table among those that say what of them waits: nothing yet. @param {string} text @param {string} name */
function withWaiting(text, name) {
	const opening = '= {\n';
	const begin = text.indexOf(opening, text.indexOf('cyclesOfTables')) + opening.length;
	const end = text.indexOf('\n};', begin);
	const before = text.slice(begin, end);
	const lines = [...`${before},`.split('\n'), `\t${name}: 'notes that wait for nobody',`].sort();
	return `${text.slice(0, begin)}${lines.join('\n').replace(/,$/, '')}${text.slice(end)}`;
}

/** The table among those that say whose their rows are. @param {string} text @param {string} name */
function withKept(text, name) {
	const opening = '= {\n';
	const begin = text.indexOf(opening, text.indexOf('export const keptOfPerson')) + opening.length;
	const line = `\t${name}: { staff: 'notes of the office, with who wrote them' },\n`;
	return text.slice(0, begin) + line + text.slice(begin);
}

/** @param {string} name */
const rowTypeOf = (name) => `/** What one row says. */
export type ${pascal(name)}Table = {
	id: string;
	note: string;
	account_id: string;
	recorded_at: string;
};
`;

/** @param {string} name */
const migrationOf = (name) => `import type { Kysely } from 'kysely';

/** The purpose of the table, and its readers. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('${name}')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('note', 'text', (c) => c.notNull())
		.addColumn('account_id', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('recorded_at', 'text', (c) => c.notNull())
		.execute();
	await db.schema.createIndex('${name}_by_time').on('${name}').columns(['recorded_at', 'id']).execute();
}
`;

/** @param {string} name */
function repositoryText(name) {
	const one = pascal(single(name));
	return `import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';

export type ${one} = {
	readonly id: string;
	readonly note: string;
	/** The account that recorded it. */
	readonly recordedBy: string;
	readonly recordedAt: Instant;
};

export async function insert${one}(trx: Transaction<Database>, row: ${one}): Promise<void> {
	const { id, note, recordedBy, recordedAt } = row;
	await trx.insertInto('${name}').values({ id, note, account_id: recordedBy, recorded_at: recordedAt }).execute();
}

/** All of them, the oldest first. */
export async function list${pascal(name)}(db: Kysely<Database>): Promise<${one}[]> {
	return select${pascal(name)}(db).orderBy('recorded_at').orderBy('id').execute();
}

function select${pascal(name)}(db: Kysely<Database>) {
	const columns = ['id', 'note', 'account_id as recordedBy', 'recorded_at as recordedAt'] as const;
	return db.selectFrom('${name}').select(columns);
}
`;
}

/** @param {ReturnType<typeof placeOfFeature>} place */
function testOf({ area, feature, table: name }) {
	const one = pascal(single(name));
	const file = name === feature.replaceAll('-', '_') ? 'repository' : `${kebab(name)}-repository`;
	return `import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '$lib/server/ids';
import { insert${one}, list${pascal(name)}, type ${one} } from '$lib/server/${area}/${feature}/${file}';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
beforeAll(async () => (database = await openTestDatabase()));
afterAll(() => database.close());

it('keeps what was written, the oldest first', async () => {
	const officer = await anActor(database.db, 'officer');
	const row = (note: string, recordedAt: string): ${one} => ({ id: newId(), note, recordedBy: officer.id, recordedAt });
	const [later, earlier] = [row('b', '2026-11-11T10:00:00.000Z'), row('a', '2026-11-10T10:00:00.000Z')];
	await database.transact(async (trx) => {
		for (const one of [later, earlier]) await insert${one}(trx, one);
	});
	expect(await list${pascal(name)}(database.db)).toEqual([earlier, later]);
});
`;
}
