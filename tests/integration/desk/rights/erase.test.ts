import '../../../support/settings';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noNeeds } from '$lib/domain/accessibility/needs';
import { eraseAccount, readErasure } from '$lib/server/desk/rights/erase-service';
import { exportEverything } from '$lib/server/desk/rights/export-service';
import { keptOfPerson } from '$lib/server/desk/rights/kept-of-person';
import { askForHome, endHomeSearch } from '$lib/server/letting/home-searches/service';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { readOffer } from '$lib/server/letting/offers/read-offers';
import { refuseOffer } from '$lib/server/letting/offers/service';
import { tell } from '$lib/server/people/messages/tell';
import { sweepPages } from '$lib/server/people/documents/sweep';
import { personKey } from '$lib/server/platform/accounts/person-key';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { setDisabled } from '$lib/server/platform/accounts/administer';
import { readAccount, readAccounts } from '$lib/server/platform/accounts/read-accounts';
import { findByEmail } from '$lib/server/platform/accounts/repository';
import { verifyChain } from '$lib/server/platform/audit/verify';
import { openSessions } from '$lib/server/platform/auth/sessions';
import { backUp } from '$lib/server/platform/db/backup';
import { forgetTraces } from '$lib/server/platform/db/forget-traces';
import { sendDueMails } from '$lib/server/platform/mail/send-due';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { withdrawApplication } from '$lib/server/requests/applications/submission-service';
import { decideRejection, notifyRejection } from '$lib/server/requests/rejections/service';
import { anAccount, NOW } from '../../../support/builders/closed-notice';
import { EMAIL, everyKindOfRow, ODD, REASON, WORDS } from '../../../support/builders/every-kind-of-row';
import { withContact } from '../../../support/builders/person';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { everythingStored } from '../../../support/everything-stored';
import { aPublishedRound } from '../../../support/published-round';
import { newFileStore, type TestStore } from '../../../support/object-stores';
import { rowsOfPerson } from '../../../support/rows-of-person';

const LATER = '2026-12-02T23:00:00.000Z';
let database: TestDatabase;
let store: TestStore;
let world: Awaited<ReturnType<typeof aPublishedRound>>;
beforeEach(async () => {
	database = await openTestDatabase();
	store = newFileStore();
	world = await aPublishedRound(database);
	const account = { email: EMAIL, name: ODD.givenName };
	await database.db.updateTable('accounts').set(account).where('id', '=', me().id).execute();
	await withContact(database, me(), NOW, ODD);
	await database.transact((trx) => tell(trx, 'home_search_received', toMe(), NOW));
});
afterEach(async () => {
	await store.remove();
	await database.close();
});

const me = () => world.applicant;
const toMe = () => ({ to: { accountId: me().id }, path: '/my', words: () => ({}) });
const erase = () => database.transact((trx) => eraseAccount(trx, me(), NOW));
const requestId = async () =>
	(
		await database.db
			.selectFrom('applications')
			.select('id')
			.where('account_id', '=', me().id)
			.executeTakeFirstOrThrow()
	).id;
const withdraw = async () => {
	const id = await requestId();
	await database.transact((trx) => withdrawApplication(trx, id, me(), NOW));
};

describe('an account', () => {
	it('is kept while a request or a search is alive, and says which', async () => {
		expect(await erase()).toEqual({ ok: false, problem: 'request' });
		await withdraw();
		const needs = { people: 1, iseeCents: 1, yearlyIncomeCents: null, neededBy: null, smokes: false, hasPets: false };
		await database.transact((trx) => askForHome(trx, { ...needs, needs: noNeeds }, me(), NOW));
		expect(await erase()).toEqual({ ok: false, problem: 'home-search' });
		expect(await readOwnPerson(database.db, me().id)).toMatchObject({ facts: ODD });
		await database.transact((trx) => endHomeSearch(trx, me(), NOW));
		expect(await erase()).toEqual({ ok: true });
		expect(await database.db.selectFrom('tenant_requests').select('id').execute()).toEqual([]);
	});

	it('is kept while an offer is open', async () => {
		await database.transact((trx) => makeOffers(trx, { roundId: world.roundId }, world.officer, NOW));
		expect((await readErasure(database.db, me(), NOW)).obstacles).toEqual(['offer']);
		expect(await erase()).toEqual({ ok: false, problem: 'offer' });
	});

	it.each(['officer', 'auditor', 'administrator'] as const)('of a role such as %s is not erased here', async (role) => {
		const done = await database.transact((trx) => eraseAccount(trx, { ...me(), role }, NOW));
		expect(done).toEqual({ ok: false, problem: 'not-allowed' });
	});

	it('of the demo is not erased: everybody who tries the portal shares it', async () => {
		const done = await database.transact((trx) => eraseAccount(trx, { ...me(), demo: true }, NOW));
		expect(done).toEqual({ ok: false, problem: 'demo' });
	});

	it('is told what goes and what the law keeps, with its source', async () => {
		await everyKindOfRow({ database, store, me: me(), officer: world.officer });
		await withdraw();
		const told = await readErasure(database.db, me(), NOW);
		expect(told.erased).toEqual(expect.arrayContaining(['account', 'person', 'messages', 'identities', 'readings']));
		expect(told.erased).not.toContain('requests');
		expect(told.kept).toMatchObject([{ kind: 'request', protocol: expect.any(String), until: expect.any(String) }]);
	});

	it('is erased once by two clicks at the same moment, with one mail and one entry', async () => {
		await withdraw();
		const done = await Promise.all([erase(), erase()]);
		expect(done.filter(({ ok }) => ok)).toHaveLength(1);
		const entries = database.db.selectFrom('audit_entries').select('seq').where('event', '=', 'account_erased');
		expect(await entries.execute()).toHaveLength(1);
		const mails = database.db.selectFrom('outbox').select('id').where('recipient', '=', EMAIL);
		expect(await mails.execute()).toEqual([{ id: me().id }]);
	});

	it('stays whole where the erasure is interrupted', async () => {
		await withdraw();
		const before = await exportEverything(database.db, me(), NOW);
		const broken = database.transact(async (trx) => {
			await eraseAccount(trx, me(), NOW);
			throw new Error('killed');
		});
		await expect(broken).rejects.toThrow('killed');
		expect(await exportEverything(database.db, me(), NOW)).toEqual(before);
	});
});

describe('after an erasure', () => {
	it('every table did with its rows what its rule says', async () => {
		await everyKindOfRow({ database, store, me: me(), officer: world.officer });
		await withdraw();
		const before = await rowsOfPerson(database.db, { id: me().id, email: EMAIL });
		expect(await erase()).toEqual({ ok: true });
		await sendAll();
		const after = await rowsOfPerson(database.db, { id: me().id, email: EMAIL });
		for (const [table, rows] of before) {
			const kept = keptOfPerson[table];
			if (!('person' in kept) || rows.length === 0) continue;
			const left = after.get(table)?.length;
			if (kept.person.erasure === 'deleted' || kept.person.erasure === 'unless-let') expect(left, table).toBe(0);
			else expect(left, table).toBeGreaterThanOrEqual(rows.length);
		}
		expect([...before].flatMap(([table, rows]) => (rows.length > 0 ? [table] : []))).toEqual(
			expect.arrayContaining([
				'household_persons',
				'identities',
				'documents',
				'sessions',
				'readings',
				'account_requests',
				'outbox'
			])
		);
		expect(await database.db.selectFrom('persons').select('id').execute()).toEqual([]);
	});

	it('no word of the person stands in the database, its log or a new backup; the old key opens nothing', async () => {
		await everyKindOfRow({ database, store, me: me(), officer: world.officer });
		const offer = await refusedOffer();
		await withdraw();
		const { id: oldKey } = await database.transact((trx) => personKey(trx, me().id, NOW));
		expect(await everythingStored(database)).toContain(EMAIL);
		expect(await erase()).toEqual({ ok: true });
		expect(await sendAll()).toEqual([EMAIL]);
		await forgetTraces(database);
		const stored = await everythingStored(database);
		expect(stored).toContain(me().id);
		for (const word of WORDS) expect(stored, word).not.toContain(word);
		expect(await openDataKeys(database.db, [oldKey])).toEqual(new Map());
		expect(await verifyChain(database.db)).toMatchObject({ ok: true });
		// The office still reads what the law keeps, under the code of the request.
		expect((await readOffer(database.db, offer, NOW))?.events.at(-1)?.reason).toBe('needs');
		await nothingInNewBackup();
		await noPageStays();
	});

	/** The pages of documents, which nothing opens any more, go with the sweep. */
	async function noPageStays() {
		const names = await store.objects.list();
		expect(names).toHaveLength(2);
		for (const name of names)
			for (const word of WORDS) expect(String(await store.objects.get(name)), name).not.toContain(word);
		await sweepPages(database, store.objects, '2090-01-01T00:00:00.000Z');
		expect(await store.objects.list()).toEqual([]);
	}

	async function refusedOffer(): Promise<string> {
		await database.transact((trx) => makeOffers(trx, { roundId: world.roundId }, world.officer, NOW));
		const { id } = await database.db
			.selectFrom('offers')
			.innerJoin('applications', 'applications.id', 'application_id')
			.select('offers.id')
			.where('account_id', '=', me().id)
			.executeTakeFirstOrThrow();
		await database.transact((trx) => refuseOffer(trx, id, 'needs', me(), NOW));
		return id;
	}

	async function sendAll(): Promise<string[]> {
		const sent: string[] = [];
		const transport = { send: async ({ to }: { to: string }) => void sent.push(to) };
		await sendDueMails(database, transport, LATER);
		return sent.filter((to) => to === EMAIL);
	}

	async function nothingInNewBackup() {
		if (database.kind !== 'sqlite') return;
		const copies = mkdtempSync(join(tmpdir(), 'chiavi-erased-'));
		const [copy, keys] = [join(copies, 'backup.db'), join(copies, 'keys.db')];
		expect(await backUp(database.url.replace(/^sqlite:/, ''), copy, keys)).toMatchObject({ ok: true });
		const text = [copy, keys].map((file) => readFileSync(file, 'latin1')).join('');
		rmSync(copies, { recursive: true });
		for (const word of WORDS) expect(text, word).not.toContain(word);
	}

	it('the address is free, nobody can be told of anything, and no administrator opens the account again', async () => {
		await withdraw();
		await erase();
		expect(await findByEmail(database.db, EMAIL)).toBeUndefined();
		expect(await database.transact((trx) => tell(trx, 'home_search_received', toMe(), NOW))).toBeNull();
		const by = await anAccount(database, 'administrator');
		const open = { id: me().id, disabled: false };
		const opened = await database.transact((trx) => setDisabled(trx, openSessions(database), open, by, NOW));
		expect(opened).toEqual({ ok: false, problem: 'not-found' });
		expect(await readAccount(database.db, me().id)).toBeUndefined();
		const { accounts } = await readAccounts(database.db, { role: 'applicant', email: '', page: 1 });
		expect(accounts.map(({ id }) => id)).not.toContain(me().id);
	});

	it('why a request was excluded is kept for the office, sealed under a key of the request', async () => {
		const sent = await database.transact((trx) =>
			notifyRejection(trx, { noticeId: world.noticeId, pseudonym: 'A-1', reason: REASON }, world.officer, NOW)
		);
		if (!sent.ok) throw new Error(sent.problem);
		await database.transact((trx) => decideRejection(trx, { id: sent.id, outcome: 'excluded' }, world.officer, LATER));
		await withdraw();
		expect(await erase()).toEqual({ ok: true });
		const rows = await database.db
			.selectFrom('rejections')
			.innerJoin('applications', 'applications.id', 'rejections.application_id')
			.innerJoin('application_events as event', 'event.application_id', 'applications.id')
			.select(['rejections.id', 'rejections.reason', 'data_key_id', 'event.reason as eventReason'])
			.where('event.event', '=', 'excluded')
			.execute();
		expect(rows).toHaveLength(1);
		expect(rows[0]!.reason).toContain(rows[0]!.data_key_id);
		expect(rows[0]!.eventReason).toBe(rows[0]!.reason);
		expect((await openDataKeys(database.db, [rows[0]!.data_key_id])).size).toBe(1);
	});
});
