import '../../support/settings';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Judgement } from '$lib/domain/documents/judge-document';
import { papersFor, paperStates, type PaperState } from '$lib/domain/documents/papers-for';
import { findByEmail } from '$lib/server/platform/accounts/repository';
import { emailOf, type DemoAccountKey } from '$lib/server/demo/accounts';
import { loadDemo } from '$lib/server/demo/load';
import { openFile } from '$lib/server/desk/file/open-service';
import { lastMailBounced } from '$lib/server/people/messages/bounced';
import { myDocuments, type OwnDocument } from '$lib/server/people/documents/reading-service';
import { readOwnPerson } from '$lib/server/people/persons/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { membersOfAccount } from '$lib/server/requests/applications/known-members';
import { listOfAccount } from '$lib/server/requests/applications/repository';
import { hasProtected } from '$lib/server/requests/applications/protected-households';
import { papersOfRequest } from '$lib/server/requests/papers/service';
import { openTestDatabase, type TestDatabase } from '../../support/database';

const NOW = '2026-11-22T20:53:08.000Z';
let database: TestDatabase;
let nadia: Actor, sara: Actor, officer: Actor;
let documents: OwnDocument[];
beforeAll(async () => {
	database = await openTestDatabase();
	expect(await loadDemo(database.transact, NOW)).toEqual({ ok: true });
	[nadia, sara, officer] = [await actor('richiedente'), await actor('richiedente3'), await actor('funzionario')];
	documents = await myDocuments(database.db, await membersOfAccount(database.db, nadia.id), nadia, NOW);
});
afterAll(() => database.close());

async function actor(key: DemoAccountKey): Promise<Actor> {
	const { id, role, name, organisationId } = (await findByEmail(database.db, emailOf(key)))!;
	return { id, role, name, organisationId, demo: true };
}

describe('the people of the demo world', () => {
	it('have members by name', async () => {
		const members = await membersOfAccount(database.db, nadia.id);
		expect(members.map(({ names }) => names?.givenName)).toEqual(['Lina', 'Samir']);
	});

	it('have a tax code, and none', async () => {
		expect((await readOwnPerson(database.db, nadia.id))!.facts.taxCode).toBe('');
		expect((await readOwnPerson(database.db, sara.id))!.facts.taxCode).not.toBe('');
	});

	it('are protected: a safe contact alone', async () => {
		expect((await readOwnPerson(database.db, sara.id))!.facts).toMatchObject({ ordinaryWays: 'nothing', phone: '' });
	});

	it('are protected in no notice, whose rankings would show no choices', async () => {
		for (const { id } of await database.db.selectFrom('notices').select('id').execute())
			expect(await hasProtected(database.db, id)).toBe(false);
	});

	it('have a mail that came back, and none', async () => {
		expect(await lastMailBounced(database.db, (await actor('proprietario2')).id)).not.toBeNull();
		expect(await lastMailBounced(database.db, nadia.id)).toBeNull();
	});
});

describe('the papers of the demo world', () => {
	it.each(paperStates)('are %s', async (state) => {
		const found = new Set<PaperState>();
		const [request] = await listOfAccount(database.db, nadia.id);
		await database.transact((trx) => openFile(trx, request!.id, '', officer, NOW));
		const { needed } = (await papersOfRequest(database.db, request!.id, officer, NOW))!;
		const kept = documents.map((one) => ({ ...one, kind: one.facts.kind, holder: one.facts.holder }));
		for (const paper of papersFor(needed, kept)) found.add(paper.state);
		// Of one kind, the best counts: each document is looked at alone as well.
		for (const one of kept) found.add(papersFor(['isee'], [{ ...one, kind: 'isee', isReplaced: false }])[0]!.state);
		expect(found).toContain(state);
	});

	const results: Readonly<Record<Judgement['result'], true>> = { passed: true, failed: true, inconclusive: true };
	it.each(Object.keys(results))('are judged as %s', (result) =>
		expect(documents.map(({ judgement }) => judgement.result)).toContain(result)
	);

	it('are unclear with an explanation, replaced, and of a member whose name they bear', () => {
		const isUnclear = ({ judgement, facts }: OwnDocument) => judgement.result === 'inconclusive' && facts.explanation;
		expect(documents.some(isUnclear)).toBe(true);
		expect(documents.filter(({ isReplaced }) => isReplaced)).toHaveLength(1);
		expect(documents.find(({ facts }) => facts.holder)).toMatchObject({
			...{ member: { names: { givenName: 'Lina' } }, judgement: { result: 'passed' } }
		});
	});
});
