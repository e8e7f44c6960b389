import { afterAll, beforeAll, expect, test } from 'vitest';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import { illustrative } from '$lib/domain/ruleset/sets/illustrative';
import { newId } from '$lib/server/ids';
import { readEffects } from '$lib/server/allocation/rule-change/service';
import { aClosedNotice, anAccount } from '../../../support/builders/closed-notice';
import { aHouseholdOf } from '../../../support/builders/household';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());

const before = agency2026;
const after = {
	...before,
	eligibility: { ...before.eligibility, isee: illustrative({ maxCents: 1_000_000 }) }
};

test('a lower limit read from the requests as they lie sealed: who is over it, and who gets its home', async () => {
	const officer = await anAccount(database, 'officer');
	const { noticeId, dwellingIds } = await aClosedNotice(database, {
		dwellings: [{}],
		applications: [
			{ pseudonym: 'A-1', choices: [1], household: aHouseholdOf(4, { iseeCents: 1_000_001 }) },
			{ pseudonym: 'A-2', choices: [1], household: aHouseholdOf(3, { iseeCents: 1_000_000 }) }
		]
	});
	const effects = await readEffects(database.db, { noticeId, before, after }, officer);
	expect(effects).toMatchObject({ requests: 2, eligible: { before: 2, after: 1 }, excluded: 1, won: 1, lost: 1 });
	expect(effects?.touched).toMatchObject([
		{ pseudonym: 'A-1', before: { home: dwellingIds[0] }, after: { failed: ['isee'], place: null, home: null } },
		{ pseudonym: 'A-2', before: { home: null }, after: { failed: [], place: 1, home: dwellingIds[0] } }
	]);
});

test('nobody but staff reads them, and there are none without requests', async () => {
	const { noticeId } = await aClosedNotice(database, { applications: [] });
	const asked = { noticeId, before, after };
	expect(await readEffects(database.db, asked, await anAccount(database, 'officer'))).toBeNull();
	const { noticeId: sent } = await aClosedNotice(database, { applications: [{ pseudonym: 'A-1', choices: [1] }] });
	const applicant = await anAccount(database, 'applicant');
	expect(await readEffects(database.db, { ...asked, noticeId: sent }, applicant)).toBeNull();
	expect(
		await readEffects(database.db, { ...asked, noticeId: newId() }, await anAccount(database, 'manager'))
	).toBeNull();
});
