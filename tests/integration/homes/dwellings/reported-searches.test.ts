import { afterAll, beforeAll, expect, it } from 'vitest';
import { searchText } from '$lib/server/homes/dwellings/search-text';
import type { Actor } from '$lib/server/platform/auth/actor';
import { actions as newBuilding } from '../../../../src/routes/(staff)/staff/buildings/new/+page.server';
import { load as registerLoad } from '../../../../src/routes/(staff)/staff/dwellings/+page.server';
import { aBuilding, aDwelling, anActor, anOwner } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { post, read, servePages } from '../../../support/pages';
import { reported } from '../../../support/reported';

let database: TestDatabase;
let officer: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	servePages(database, '2026-11-22T10:00:00.000Z');
	officer = await anActor(database.db, 'officer');
	const owner_id = await anOwner(database.db);
	const building_id = await aBuilding(database.db, { street: 'via Sconto', street_number: '1' });
	for (const code of ['AB/1', 'SC/10', 'SC/11', 'SC/1', 'SC-1/B'])
		await aDwelling(database.db, { building_id, owner_id, code, search: searchText(code, 'via Sconto 1') }, [
			'identified'
		]);
});
afterAll(() => database.close());

const search = async (q: string) => {
	const { data } = await read([registerLoad], { as: officer, query: new URLSearchParams({ q }).toString() });
	return (data['rows'] as { code: string }[]).map(({ code }) => code);
};
const { queries } = reported<{ queries: [string, string, string] }>('search-by-code');

it('an exact code comes first, whatever its capitals, spaces and dashes', async () => {
	for (const written of [queries[0], 'sc/1', ' SC / 1 ', 'sc-1'])
		expect((await search(written))[0], written).toBe('SC/1');
});

it.each([queries[1], queries[2], '_', '\\', '***'])(
	'a search without a letter or digit finds nothing: %s',
	async (q) => {
		expect(await search(q)).toEqual([]);
	}
);

it('the form of a building speaks of fields, not of cells and columns (small-words)', async () => {
	expect(reported<{ pages: Record<string, string> }>('small-words').pages).toHaveProperty([
		'/staff/buildings/new with errors'
	]);
	const fields = { codice_edificio: 'X 1', comune: '', via: 'via\u202e Prova', anno: 'mille', piani: '-3' };
	const { status, data } = await post(newBuilding.default, fields, { as: officer });
	expect(status).toBe(422);
	const sentences = Object.values(data!.errors!);
	expect(sentences.length).toBeGreaterThan(2);
	for (const sentence of sentences) expect(sentence).not.toMatch(/cell[ae]|colonn|riga/i);
});
