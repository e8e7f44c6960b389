import { pascal, placeOfFeature, single, snake } from './names.js';
import { addTable } from './table.js';

/**
 * A feature with a table of its own: rows, queries, a use case that reads and one that writes, and their test.
 * @param {import('./write.js').Writer} writer @param {readonly string[]} words
 */
export function feature(writer, words) {
	const place = placeOfFeature(words.slice(0, 1));
	const folder = `src/lib/server/${place.area}/${place.feature}`;
	if (writer.exists(folder)) throw new Error(`${folder} exists already: add a table to it.`);
	addTable(writer, place);
	writer.change(`${folder}/repository.ts`, (text) => `${text}\n${findText(place.table)}`);
	writer.create(`${folder}/service.ts`, serviceText(place.table));
	addAct(writer, snake(single(place.table)));
	writer.create(`tests/integration/${place.area}/${place.feature}/service.test.ts`, testText(place));
	return 'Now write the columns, and what the service decides: rules go to src/lib/domain, with tests of their own.';
}

/**
 * The act of recording has a name in the log, words in both languages, and a line in the table of who is told.
 * @param {import('./write.js').Writer} writer @param {string} subject
 */
function addAct(writer, subject) {
	writer.change('src/lib/server/platform/audit/events.ts', (text) =>
		withLast(withLast(text, 'auditEvents', `${subject}_recorded`), 'auditSubjects', subject)
	);
	writer.change('src/lib/server/people/messages/told.ts', (text) => {
		const end = text.lastIndexOf('\n};\n');
		return `${text.slice(0, end).replace(/,?$/, ',')}\n\t${subject}_recorded: nobody(INSIDE)${text.slice(end)}`;
	});
	const plain = subject.replaceAll('_', ' ');
	const words = { it: ['Ha registrato: ', 'Da scrivere: '], en: ['Recorded: ', 'To write: '] };
	for (const [language, [act, on]] of Object.entries(words)) {
		const added = { [`act_${subject}_recorded`]: act + plain, [`acted_on_${subject}`]: on + plain };
		writer.change(`src/lib/i18n/messages/${language}/audit.json`, (text) =>
			JSON.stringify({ ...JSON.parse(text), ...added }, null, '\t')
		);
	}
}

/** Adds a name at the end of a list of events.ts. @param {string} text @param {string} list @param {string} name */
function withLast(text, list, name) {
	const end = text.indexOf('] as const', text.indexOf(`export const ${list} = [`));
	return `${text.slice(0, end).trimEnd().replace(/,?$/, ',')}\n\t'${name}'\n${text.slice(end)}`;
}

/** @param {string} name */
function findText(name) {
	const one = pascal(single(name));
	return `export async function find${one}(db: Kysely<Database>, id: string): Promise<${one} | undefined> {
	return select${pascal(name)}(db).where('id', '=', id).executeTakeFirst();
}
`;
}

/** @param {string} name */
function serviceText(name) {
	const one = pascal(single(name));
	return `import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { find${one}, insert${one}, list${pascal(name)}, type ${one} } from './repository';

/** The list for a page. */
export function read${pascal(name)}(db: Kysely<Database>): Promise<${one}[]> {
	return list${pascal(name)}(db);
}

/** Records one. The form carries its id, so that a second click finds what the first one wrote. */
export async function record${one}(
	trx: Transaction<Database>,
	{ id, note }: { readonly id: string; readonly note: string },
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: 'not-allowed' }> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	if (await find${one}(trx, id)) return { ok: true };
	await insert${one}(trx, { id, note, recordedBy: by.id, recordedAt: now });
	const subject = { type: '${snake(single(name))}', id } as const;
	record(trx, { event: '${snake(single(name))}_recorded', by, subject, at: now });
	return { ok: true };
}
`;
}

/** @param {ReturnType<typeof placeOfFeature>} place */
function testText({ area, feature: name, table }) {
	const one = pascal(single(table));
	return `import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/server/ids';
import { read${pascal(table)}, record${one} } from '$lib/server/${area}/${name}/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-11-10T10:00:00.000Z';

let database: TestDatabase;
beforeAll(async () => (database = await openTestDatabase()));
afterAll(() => database.close());

const write = (by: Actor, id = newId()) =>
	database.transact((trx) => record${one}(trx, { id, note: 'Una nota' }, by, now));

${actsText(one, pascal(table), snake(single(table)))}`;
}

/** @param {string} one @param {string} all @param {string} subject */
const actsText = (one, all, subject) => `describe('recording', () => {
	it('keeps it once, with its entry in the log, however often the form is sent', async () => {
		const officer = await anActor(database.db, 'officer');
		const id = newId();
		for (const _ of [1, 2]) expect(await write(officer, id)).toEqual({ ok: true });
		expect(await read${all}(database.db)).toEqual([
			{ id, note: 'Una nota', recordedBy: officer.id, recordedAt: now }
		]);
		const entries = await database.db.selectFrom('audit_entries').select('event').execute();
		expect(entries).toEqual([{ event: '${subject}_recorded' }]);
	});

	it('is refused to an applicant, and leaves nothing', async () => {
		const before = await read${all}(database.db);
		expect(await write(await anActor(database.db, 'applicant'))).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await read${all}(database.db)).toEqual(before);
	});
});
`;
