import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '$lib/server/platform/auth/actor';
import { load as listLoad } from '../../../../src/routes/(staff)/staff/notices/+page.server';
import ListPage from '../../../../src/routes/(staff)/staff/notices/+page.svelte';
import { actions } from '../../../../src/routes/(staff)/staff/notices/new/+page.server';
import { certifiedDwellings } from '../../../support/builders/notice';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { post, read, servePages, shown, wordsOf } from '../../../support/pages';
import { reported } from '../../../support/reported';

let database: TestDatabase;
let officer: Actor;
let fields: Record<string, string | string[]>;
beforeAll(async () => {
	database = await openTestDatabase();
	servePages(database, '2026-11-22T10:00:00.000Z');
	officer = await anActor(database.db, 'officer');
	const [step] = reported('closing-year').steps;
	fields = {
		titleIt: 'Alloggi a Niguarda',
		titleEn: 'Homes in Niguarda',
		summaryIt: 'Case ripristinate.',
		summaryEn: 'Restored homes.',
		ruleSetId: 'agency-2026',
		opensOn: '2026-12-01',
		maxChoices: '3',
		offerDays: '10',
		beaconKind: 'draw',
		beaconSource: 'Lotto, ruota di Milano',
		dwellingIds: await certifiedDwellings(database, [4_600]),
		...step!.fields
	};
});
afterAll(() => database.close());

it('a closing far away is asked about, and its year stands wherever its day does', async () => {
	const asked = await post(actions.default, fields, { as: officer });
	expect(asked).toMatchObject({ status: 422, data: { errors: { closesOn: expect.stringContaining('9999') } } });
	const sure = asked.data!.doubts!.map(({ key }) => key);
	expect(sure).toHaveLength(1);
	expect(await post(actions.default, { ...fields, closesOn: '9998-12-31', sure }, { as: officer })).toMatchObject({
		status: 422
	});
	expect(await post(actions.default, { ...fields, sure }, { as: officer })).toMatchObject({ status: 303 });
	const list = wordsOf(shown(ListPage, (await read([listLoad], { as: officer })).data));
	expect(list).toContain('venerdì 31 dicembre 9999');
});
