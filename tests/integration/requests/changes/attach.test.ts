import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Change } from '$lib/domain/changes/change';
import { newId } from '$lib/server/ids';
import { documentsThatCount } from '$lib/server/people/documents/reading-service';
import { noteOpenedRequest } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { findApplication } from '$lib/server/requests/applications/repository';
import { attachToChange } from '$lib/server/requests/changes/attach-service';
import { decideChange, readOwnChanges } from '$lib/server/requests/changes/decide-service';
import { recordChange, tellOwnChange } from '$lib/server/requests/changes/tell-service';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { newFileStore, type TestStore } from '../../../support/object-stores';

const birth: Change = { kind: 'birth', on: '2026-11-10', relation: 'child' };
const text = 'È nata Anna, ecco il certificato.';

let database: TestDatabase;
let store: TestStore;
let officer: Actor, colleague: Actor, nadia: Actor;
let requestId: string;
beforeAll(async () => {
	[database, store] = [await openTestDatabase(), newFileStore()];
	officer = await anAccount(database, 'officer', 'Franca Riva');
	colleague = await anAccount(database, 'officer', 'Paolo Neri');
});
afterAll(async () => {
	await database.close();
	store.remove();
});
beforeEach(async () => {
	nadia = await anAccount(database, 'applicant');
	const applications = [{ pseudonym: 'A-1', choices: [1], account: nadia }];
	const { noticeId } = await aClosedNotice(database, { applications, dwellings: [{}] });
	const query = database.db.selectFrom('applications').select('id').where('notice_id', '=', noticeId);
	requestId = (await query.executeTakeFirstOrThrow()).id;
});

async function opened(...officers: readonly Actor[]) {
	const request = (await findApplication(database.db, requestId))!;
	for (const by of officers) await database.transact((trx) => noteOpenedRequest(trx, request, '', by, NOW));
}
async function recorded(id = newId()) {
	const told = { channel: 'desk', on: '2026-11-20', evidence: 'Verbale 12' } as const;
	const input = { id, requestId, change: birth, text, documents: [], told };
	expect(await database.transact((trx) => recordChange(trx, input, officer, NOW))).toEqual({ ok: true });
	return id;
}
function attach(change: string, { by = officer, document = newId() }: { by?: Actor; document?: string } = {}) {
	const places = { transact: database.transact, objects: store.objects };
	const pages = [{ type: 'application/pdf' as const, sheets: 1, bytes: Buffer.from('atto') }];
	return attachToChange(places, { requestId, change, document, name: 'Atto di nascita', pages }, by, NOW);
}
const attached = async () =>
	(await readOwnChanges(database.db, requestId, nadia))!.changes.map(({ documents }) => documents);
const kept = async () =>
	(await documentsThatCount(database.db, { accountId: nadia.id, members: [] }, NOW)).map(({ id }) => id);

describe('an officer attaches a paper', () => {
	test('to a change that an officer recorded, once, and the household has it among its documents', async () => {
		const document = newId();
		await opened(officer, colleague);
		const id = await recorded();
		expect(await attach(id, { by: nadia })).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await attach(newId())).toEqual({ ok: false, problem: 'not-found' });
		expect(await attach(id, { document })).toEqual({ ok: true });
		expect(await attach(id, { document })).toEqual({ ok: true });
		expect(await attached()).toEqual([[document]]);
		expect(await kept()).toEqual([document]);
		const other = newId();
		await Promise.all([attach(id, { document: other }), attach(id, { by: colleague })]);
		expect((await attached())[0]).toHaveLength(3);
		expect((await attached())[0]).toContain(other);
	});

	test('not to one that the household told, nor to one that is decided, nor with the file closed', async () => {
		const theirs = { id: newId(), requestId, change: birth, text, documents: [] };
		await database.transact((trx) => tellOwnChange(trx, theirs, nadia, NOW));
		await opened(officer);
		expect(await attach(theirs.id)).toEqual({ ok: false, problem: 'not-recorded' });
		const ours = await recorded();
		expect(await attach(ours, { by: colleague })).toEqual({ ok: false, problem: 'not-opened' });
		const decision = {
			requestId,
			id: ours,
			outcome: 'accepted',
			text: 'Il Comune conferma.',
			successor: null
		} as const;
		await database.transact((trx) => decideChange(trx, decision, officer, NOW));
		expect(await attach(ours)).toEqual({ ok: false, problem: 'is-decided' });
		expect(await attached()).toEqual([[], []]);
		expect(await kept()).toEqual([]);
	});
});
