import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/server/ids';
import type { Actor } from '$lib/server/platform/auth/actor';
import { findDuplicates } from '$lib/server/requests/duplicates/find';
import { load as loadList } from '../../../../src/routes/(staff)/staff/duplicates/+page.server';
import { actions, load } from '../../../../src/routes/(staff)/staff/duplicates/[id]/+page.server';
import { anAccount, NOW } from '../../../support/builders/closed-notice';
import { toldHouseholds } from '../../../support/builders/duplicates';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { post, read, servePages, type Fields } from '../../../support/pages';

let database: TestDatabase;
let officer: Actor;
let id: string;
const mario = { givenName: 'Mario', familyName: 'Prova Segreta', born: '1980-05-01' };
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer');
	await toldHouseholds(database, [{ applicant: mario }, { applicant: mario }]);
	await findDuplicates(database, NOW);
	servePages(database, NOW);
	({ id } = await database.db.selectFrom('duplicate_clusters').select('id').executeTakeFirstOrThrow());
});
afterAll(() => database.close());

const send = (action: keyof typeof actions, fields: Fields) =>
	post(actions[action], fields, { as: officer, params: { id } });
const page = async (of = id) => read([load], { as: officer, params: { id: of } });
const list = async (query: string) => JSON.stringify((await read([loadList], { as: officer, query })).data);

describe('the pages of duplicates', () => {
	it('list a cluster by protocols, and read any address', async () => {
		expect(await list('')).toContain(id);
		expect(await list('view=people')).not.toContain('Prova Segreta');
		for (const odd of ['view=phone', 'view=decided', 'after=zzz']) expect(await list(odd)).not.toContain(id);
		expect(await list("view='%22&after=%00../")).toContain(id);
	});

	it('go from the evidence to a decision and back, and give back what was typed', async () => {
		const typed = { revision: '0', decision: newId(), scope: 'all', outcome: 'same', reason: 'Visti i due documenti' };
		expect(await send('decide', typed)).toMatchObject({ status: 409, data: { values: { reason: typed.reason } } });
		expect(await send('open', {})).toMatchObject({ status: 303 });
		expect(JSON.stringify((await page()).data)).toContain('Prova Segreta');
		const { outcome: _, ...unsaid } = typed;
		expect(await send('decide', unsaid)).toMatchObject({
			status: 422,
			data: { errors: { outcome: expect.any(String) }, values: { reason: typed.reason } }
		});
		expect(await send('decide', { ...typed, reason: 'no' })).toMatchObject({
			status: 409,
			data: { errors: { reason: expect.any(String) }, values: { outcome: 'same' } }
		});
		expect(await send('decide', typed)).toMatchObject({ status: 303, location: `/staff/duplicates/${id}` });
		expect(await list('view=decided')).toContain(id);
		expect(await send('undo', { revision: '1', reason: '' })).toMatchObject({ status: 409 });
		expect(await send('undo', { revision: '1', reason: 'Era un altro Mario' })).toMatchObject({ status: 303 });
		expect(await list('')).toContain(id);
	});

	it('answer 404 where there is no such cluster', async () => {
		expect((await page(newId())).status).toBe(404);
		const gone = post(actions.open, {}, { as: officer, params: { id: newId() } });
		expect((await gone).status).toBe(404);
	});
});
