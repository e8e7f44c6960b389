import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersOfTold, takeAnswers } from '$lib/domain/application/answers-of-told';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import { saveAnswers } from '$lib/server/requests/applications/draft-service';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import type { Actor } from '$lib/server/platform/auth/actor';
import { checkHousehold, rulesToCheck } from '$lib/server/requests/check/service';
import { anAccount } from '../../../support/builders/account';
import { anOpenNotice } from '../../../support/builders/notice';
import { allTold } from '../../../support/builders/told';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-11-22T10:00:00.000Z';
let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());

describe('what somebody told, for every open notice', () => {
	it('without an open notice: the standing rule sets, and the documents they ask', async () => {
		const { notices, others, documents } = await checkHousehold(database.db, allTold(), now);
		expect(notices).toEqual([]);
		expect(others.map(({ rules }) => rules.id)).toEqual([
			'agreed-rent-2026',
			'sap-2025',
			'disabled-2026',
			'temporary-2026'
		]);
		expect(documents).toEqual(['identity', 'isee']);
	});

	it('judges each open notice, counts its homes of the right size, and leaves the others apart', async () => {
		const restored = await anOpenNotice(database, [4_600, 4_601, 2_000]);
		const temporary = await anOpenNotice(database, [9_000], { ruleSetId: 'temporary-2026' });
		const { notices, others } = await checkHousehold(database.db, allTold({ emergency: ['violence'] }), now);
		const found = new Map(notices.map((notice) => [notice.id, notice]));
		expect(found.get(restored.id)).toMatchObject({
			homes: { all: 3, fitting: 2 },
			eligibility: { eligible: true },
			sizes: { persons: 1, minDm2: 0, maxDm2: 4_600 },
			untold: []
		});
		expect(found.get(temporary.id)).toMatchObject({ homes: { all: 1, fitting: 0 }, eligibility: { eligible: true } });
		expect(others.map(({ rules }) => rules.id)).not.toContain('temporary-2026');
		const { open } = await rulesToCheck(database.db, '2026-12-01T00:00:00.000Z');
		expect(open).toEqual([]);
	});

	it('writes nothing', async () => {
		const rows = async () => [
			(await database.db.selectFrom('application_drafts').selectAll().execute()).length,
			(await database.db.selectFrom('audit_entries').select('seq').execute()).length
		];
		const before = await rows();
		await checkHousehold(database.db, allTold(), now);
		expect(await rows()).toEqual(before);
	});
});

describe('a request started with what was told', () => {
	it('fills the parts that are not answered yet; what was saved stays unless its owner says otherwise', async () => {
		const { id } = await anOpenNotice(database, [4_000]);
		const { id: accountId } = await anAccount(database);
		const by: Actor = { id: accountId, role: 'applicant', name: 'Prova', organisationId: null, demo: false };
		const take = (iseeCents: number, replace: boolean) => {
			const given = answersOfTold(allTold({ iseeCents }), agency2026);
			const change = (saved: Parameters<typeof takeAnswers>[0]) => takeAnswers(saved, given, replace);
			return database.transact((trx) => saveAnswers(trx, id, change, by, now));
		};
		const saved = async () => (await openDraft(database.db, id, by))!.answers;
		expect(await take(1, false)).toEqual({ ok: true });
		expect(Object.keys(await saved()).sort()).toEqual(['home', 'income', 'members', 'residence']);
		await take(2, false);
		expect((await saved()).income?.iseeCents).toBe(1);
		await take(2, true);
		expect((await saved()).income?.iseeCents).toBe(2);
		const [row] = await database.db
			.selectFrom('application_drafts')
			.selectAll()
			.where('account_id', '=', by.id)
			.execute();
		expect(JSON.stringify(row)).not.toContain('1985-03-10');
	});
});
