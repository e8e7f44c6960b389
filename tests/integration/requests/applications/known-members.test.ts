import '../../../support/settings';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { holderOf, type Holder } from '$lib/domain/documents/holder';
import { newId } from '$lib/server/ids';
import { myDocuments } from '$lib/server/people/documents/reading-service';
import { keepDocument } from '$lib/server/people/documents/service';
import { saveHouseholdNames } from '$lib/server/requests/applications/household-names';
import { membersOfAccount, myMembers } from '$lib/server/requests/applications/known-members';
import { readReceipt } from '$lib/server/requests/applications/reading-service';
import { headOf } from '../../../../src/routes/(applicant)/my/requests/[id]/receipt/receipt-text';
import { aSentRequest, NOW, yasmine } from '../../../support/builders/amendment';
import { anOpenNotice } from '../../../support/builders/notice';
import { aPicture } from '../../../support/builders/paper';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { newFileStore, type TestStore } from '../../../support/object-stores';

let database: TestDatabase;
let notice: { id: string; dwellingIds: string[] };
let store: TestStore;
let sent: Awaited<ReturnType<typeof aSentRequest>>;
beforeAll(async () => {
	database = await openTestDatabase();
	notice = await anOpenNotice(database, [4600, 4601, 5600]);
});
afterAll(() => database.close());
beforeEach(async () => {
	[store, sent] = [newFileStore(), await aSentRequest(database, notice)];
});
afterEach(() => store.remove());

const child = { relation: 'child', birthDate: '2014-02-03' } as const;
const rename = (givenName: string) =>
	database.transact((trx) =>
		saveHouseholdNames(trx, notice.id, () => ({ m2: { ...yasmine, givenName } }), sent.by, NOW)
	);

/** Keeps an identity card that bears `name`; answers what the rules say of it. */
async function judged(holder: Holder, name: string) {
	const facts = { kind: 'identity', issued: null, expires: '2029-03-04', year: null, explanation: '' } as const;
	const pages = [{ type: 'image/jpeg' as const, sheets: 1, bytes: await aPicture(50, 50).jpeg().toBuffer() }];
	const given = { id: newId(), replaces: null, facts: { ...facts, holder, name }, pages };
	const places = { transact: database.transact, objects: store.objects };
	expect(await keepDocument(places, given, sent.by, NOW)).toEqual({ ok: true });
	const mine = await myDocuments(database.db, await myMembers(database.db, sent.by), sent.by, NOW);
	return mine.find(({ id }) => id === given.id)!;
}

describe('the members of a household', () => {
	it('are those of its requests, with their names; the office knows no draft', async () => {
		expect(await membersOfAccount(database.db, sent.by.id)).toMatchObject([{ ...child, names: yasmine }]);
		await sent.begun();
		await sent.save((answers) => ({
			...answers,
			members: [...answers.members!, { id: 'm7', relation: 'spouse', birthDate: '1985-01-01' }]
		}));
		expect(await myMembers(database.db, sent.by)).toHaveLength(2);
		expect(await membersOfAccount(database.db, sent.by.id)).toHaveLength(1);
	});

	it('have documents that are judged by their own name', async () => {
		const holder = holderOf({ ...child, names: yasmine });
		expect(await judged(holder, 'Yasmine Quaglierini')).toMatchObject({
			...{ judgement: { result: 'passed' }, member: { names: yasmine } }
		});
		expect((await judged(holder, 'Nadia Haddad')).judgement.reasons).toEqual(['name-differs']);
	});

	it('without a name have documents that are unclear, and pass once the name is told', async () => {
		await sent.begun();
		await sent.save((answers) => ({
			...answers,
			members: [...answers.members!, { id: 'm7', relation: 'spouse', birthDate: '1985-01-01' }]
		}));
		const holder = { relation: 'spouse', birthDate: '1985-01-01', givenName: '' } as const;
		const { id, judgement } = await judged(holder, 'Samir Haddad');
		expect(judgement).toMatchObject({ result: 'inconclusive', reasons: ['member-name-missing'] });
		const samir = { givenName: 'Samir', familyName: 'Haddad', taxCode: '' };
		const names = { m2: yasmine, m7: samir };
		await database.transact((trx) => saveHouseholdNames(trx, notice.id, () => names, sent.by, NOW));
		const mine = await myDocuments(database.db, await myMembers(database.db, sent.by), sent.by, NOW);
		expect(mine.find((one) => one.id === id)).toMatchObject({
			...{ judgement: { result: 'passed' }, facts: { holder: { givenName: 'Samir' } } }
		});
	});

	it('whose name is corrected in a draft keep their documents', async () => {
		await judged(holderOf({ ...child, names: yasmine }), 'Yasmin Quaglierini');
		await sent.begun();
		await rename('Yasmin');
		const [document] = await myDocuments(database.db, await myMembers(database.db, sent.by), sent.by, NOW);
		expect(document).toMatchObject({ judgement: { result: 'passed' }, member: { names: { givenName: 'Yasmin' } } });
	});

	it('stand by name on the receipt', async () => {
		const { request, people } = (await readReceipt(database.db, sent.first, sent.by, NOW))!;
		const lines = headOf(request, 'Nadia Haddad', people).map(({ value }) => value);
		expect(lines).toContain('Yasmine Quaglierini (Figlio o figlia, nascita 3 febbraio 2014)');
	});
});
