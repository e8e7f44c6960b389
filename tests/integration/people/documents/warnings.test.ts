import '../../../support/settings';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentFacts } from '$lib/domain/documents/judge-document';
import { changeDocument, keepDocument, removeDocument, type NewDocument } from '$lib/server/people/documents/service';
import { warnOfDocuments } from '$lib/server/people/documents/warn';
import type { Actor } from '$lib/server/platform/auth/actor';
import { newId } from '$lib/server/ids';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { newFileStore, type TestStore } from '../../../support/object-stores';

const at = (day: string) => `${day}T10:00:00.000Z`;
const sent = at('2026-11-30');
let database: TestDatabase;
let store: TestStore;
let by: Actor;
beforeAll(async () => (database = await openTestDatabase()));
afterAll(() => database.close());
beforeEach(async () => {
	store = newFileStore();
	by = await anActor(database.db, 'applicant', 'Prova');
});
afterEach(async () => {
	await store.remove();
	await database.db.updateTable('documents').set({ warn_on: null }).execute();
});

const facts: DocumentFacts = {
	...{
		kind: 'permit',
		holder: null,
		issued: null,
		expires: '2027-03-31',
		name: 'Nadia Haddad',
		year: null,
		explanation: ''
	}
};
async function keep(changes: Partial<NewDocument> = {}): Promise<string> {
	const given = { id: newId(), replaces: null, facts, pages: [], ...changes };
	expect(await keepDocument({ transact: database.transact, objects: store.objects }, given, by, sent)).toEqual({
		ok: true
	});
	return given.id;
}
const warn = (day: string) => database.transact((trx) => warnOfDocuments(trx, at(day)));
const mails = () =>
	database.db
		.selectFrom('outbox')
		.innerJoin('accounts', 'accounts.email', 'outbox.recipient')
		.select(['subject', 'body'])
		.where('accounts.id', '=', by.id)
		.execute();

describe('a document that ends', () => {
	it('is told of sixty and fourteen days before, each once, without what it is', async () => {
		const id = await keep();
		expect(await warn('2027-01-29')).toBe(0);
		expect(await warn('2027-01-30')).toBe(1);
		expect(await warn('2027-01-31')).toBe(0);
		expect(await warn('2027-03-20')).toBe(1);
		expect(await warn('2027-03-21')).toBe(0);
		const [first, second, ...more] = await mails();
		expect(more).toEqual([]);
		expect(first).toMatchObject({
			subject: 'Un documento scade il 31 marzo 2027',
			body: expect.stringContaining('/my/documents')
		});
		expect(second!.body).not.toMatch(/permesso|soggiorno/i);
		const told = await database.db
			.selectFrom('audit_entries')
			.select('event')
			.where('event', '=', 'deadline_reminded')
			.where('subject_id', '=', id)
			.execute();
		expect(told).toHaveLength(2);
	});

	it('is told of once by two processes that look at the same time', async () => {
		await keep();
		const both = await Promise.all([warn('2027-02-01'), warn('2027-02-01')]);
		expect(both.toSorted()).toEqual([0, 1]);
		expect(await mails()).toHaveLength(1);
	});

	it('is told of no more when another came in its place, and again when that is removed', async () => {
		const before = await keep();
		const after = await keep({ replaces: before, facts: { ...facts, expires: '2032-03-31' } });
		expect(await warn('2027-02-01')).toBe(0);
		await removeDocument({ transact: database.transact, objects: store.objects }, after, by, sent);
		expect(await warn('2027-02-01')).toBe(1);
	});

	it('is told of by the day that the person corrected', async () => {
		const id = await keep();
		await database.transact((trx) =>
			changeDocument(trx, id, (saved) => ({ ...saved, expires: '2028-03-31' }), by, sent)
		);
		expect(await warn('2027-02-01')).toBe(0);
		expect(await warn('2028-02-01')).toBe(1);
	});

	it('and was kept before the portal warned is looked at once', async () => {
		const [near, far] = [await keep(), await keep({ facts: { ...facts, expires: '2031-03-31' } })];
		await database.db.updateTable('documents').set({ warn_on: '1900-01-01' }).where('id', 'in', [near, far]).execute();
		expect(await warn('2027-02-01')).toBe(1);
		expect(await mails()).toHaveLength(1);
	});

	it('is not told of after it has ended, nor to somebody who was erased', async () => {
		await keep();
		expect(await warn('2027-04-01')).toBe(0);
		await keep();
		const { data_key_id } = await database.db
			.selectFrom('documents')
			.select('data_key_id')
			.where('account_id', '=', by.id)
			.executeTakeFirstOrThrow();
		await database.db
			.updateTable('data_keys')
			.set({ wrapped_key: null, shredded_at: sent })
			.where('id', '=', data_key_id)
			.execute();
		expect(await warn('2027-02-01')).toBe(0);
	});
});
