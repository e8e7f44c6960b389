import '../../../support/settings';
import { describe, expect, it } from 'vitest';
import { noNeeds } from '$lib/domain/accessibility/needs';
import { eraseAccount, readErasure } from '$lib/server/desk/rights/erase-service';
import { exportEverything } from '$lib/server/desk/rights/export-service';
import { askForHome, endHomeSearch } from '$lib/server/letting/home-searches/service';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { NOW } from '../../../support/builders/closed-notice';
import { EMAIL, ODD } from '../../../support/builders/every-kind-of-row';
import { aPersonToErase } from '../../../support/person-to-erase';

const { database, world, me, erase, withdraw, everyRow } = aPersonToErase();

describe('an account', () => {
	it('is kept while a request or a search is alive, and says which', async () => {
		expect(await erase()).toEqual({ ok: false, problem: 'request' });
		await withdraw();
		const needs = { people: 1, iseeCents: 1, yearlyIncomeCents: null, neededBy: null, smokes: false, hasPets: false };
		await database().transact((trx) => askForHome(trx, { ...needs, needs: noNeeds }, me(), NOW));
		expect(await erase()).toEqual({ ok: false, problem: 'home-search' });
		expect(await readOwnPerson(database().db, me().id)).toMatchObject({ facts: ODD });
		await database().transact((trx) => endHomeSearch(trx, me(), NOW));
		expect(await erase()).toEqual({ ok: true });
		expect(await database().db.selectFrom('tenant_requests').select('id').execute()).toEqual([]);
	});

	it('is kept while an offer is open', async () => {
		await database().transact((trx) => makeOffers(trx, { roundId: world().roundId }, world().officer, NOW));
		expect((await readErasure(database().db, me(), NOW)).obstacles).toEqual(['offer']);
		expect(await erase()).toEqual({ ok: false, problem: 'offer' });
	});

	it.each(['officer', 'auditor', 'administrator'] as const)('of a role such as %s is not erased here', async (role) => {
		const done = await database().transact((trx) => eraseAccount(trx, { ...me(), role }, NOW));
		expect(done).toEqual({ ok: false, problem: 'not-allowed' });
	});

	it('of the demo is not erased: everybody who tries the portal shares it', async () => {
		const done = await database().transact((trx) => eraseAccount(trx, { ...me(), demo: true }, NOW));
		expect(done).toEqual({ ok: false, problem: 'demo' });
	});

	it('is told what goes and what the law keeps, with its source', async () => {
		await everyRow();
		await withdraw();
		const told = await readErasure(database().db, me(), NOW);
		expect(told.erased).toEqual(expect.arrayContaining(['account', 'person', 'messages', 'identities', 'readings']));
		expect(told.erased).not.toContain('requests');
		expect(told.kept).toMatchObject([{ kind: 'request', protocol: expect.any(String), until: expect.any(String) }]);
	});

	it('is erased once by two clicks at the same moment, with one mail and one entry', async () => {
		await withdraw();
		const done = await Promise.all([erase(), erase()]);
		expect(done.filter(({ ok }) => ok)).toHaveLength(1);
		const entries = database().db.selectFrom('audit_entries').select('seq').where('event', '=', 'account_erased');
		expect(await entries.execute()).toHaveLength(1);
		const mails = database().db.selectFrom('outbox').select('id').where('recipient', '=', EMAIL);
		expect(await mails.execute()).toEqual([{ id: me().id }]);
	});

	it('stays whole where the erasure is interrupted', async () => {
		await withdraw();
		const before = await exportEverything(database().db, me(), NOW);
		const broken = database().transact(async (trx) => {
			await eraseAccount(trx, me(), NOW);
			throw new Error('killed');
		});
		await expect(broken).rejects.toThrow('killed');
		expect(await exportEverything(database().db, me(), NOW)).toEqual(before);
	});
});
