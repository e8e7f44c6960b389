import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';
import { decideRejection, notifyRejection, readOpenRejection } from '$lib/server/requests/rejections/service';
import { insertRejection } from '$lib/server/requests/rejections/repository';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { readOffer, readOwnOffer } from '$lib/server/letting/offers/read-offers';
import { refuseOffer, withdrawOffer } from '$lib/server/letting/offers/service';
import { acceptProposal } from '$lib/server/letting/proposals/service';
import { proposeTenant } from '$lib/server/letting/proposals/suggestion-service';
import { releaseHome } from '$lib/server/letting/tenancies/letting-service';
import { record } from '$lib/server/platform/audit/record';
import { readTrail } from '$lib/server/platform/audit/read-trail';
import { verifyChain } from '$lib/server/platform/audit/verify';
import { newId } from '$lib/server/ids';
import { NOW } from '../../../support/builders/closed-notice';
import { aPublishedListing, aTenant, anAccount } from '../../../support/builders/landlord-world';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { aPublishedRound } from '../../../support/published-round';

const REASON = 'La carrozzina elettrica non gira nel bagno';
const LATER = '2026-12-02T23:00:00.000Z';
const anyEntry = { event: '', id: '', from: null, to: null, before: null };

let database: TestDatabase;
let world: Awaited<ReturnType<typeof aPublishedRound>>;
let offerId: string;
let applicationId: string;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
	world = await aPublishedRound(database);
	await database.transact((trx) => makeOffers(trx, { roundId: world.roundId }, world.officer, NOW));
	const offer = await database.db
		.selectFrom('offers')
		.innerJoin('applications', 'applications.id', 'offers.application_id')
		.select(['offers.id', 'offers.application_id'])
		.where('applications.account_id', '=', world.applicant.id)
		.executeTakeFirstOrThrow();
	[offerId, applicationId] = [offer.id, offer.application_id];
});

/** Every cell of every table, and on SQLite the bytes of the file and of its journal. */
async function cellsWith(text: string): Promise<string[]> {
	const found: string[] = [];
	for (const { name } of await database.db.introspection.getTables()) {
		const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(database.db);
		for (const row of rows)
			for (const [column, value] of Object.entries(row))
				if (String(value).includes(text)) found.push(`${name}.${column}`);
	}
	if (!database.url.startsWith('sqlite:')) return found;
	const file = database.url.slice('sqlite:'.length);
	return [...found, ...[file, `${file}-wal`].filter((path) => readFileSync(path).includes(text))];
}

const withdraw = () =>
	database.transact((trx) =>
		withdrawOffer(trx, { id: offerId, reason: REASON, dueToHousehold: true }, world.officer, NOW)
	);
const notify = () =>
	database.transact((trx) =>
		notifyRejection(trx, { noticeId: world.noticeId, pseudonym: 'A-1', reason: REASON }, world.officer, NOW)
	);
const decide = (id: string, outcome: 'excluded' | 'dropped') =>
	database.transact((trx) => decideRejection(trx, { id, outcome }, world.officer, LATER));
const entriesOf = (id: string) => readTrail(database.db, { ...anyEntry, id });

test('the search finds a text in clear', async () => {
	const accounts = database.db.updateTable('accounts').set({ name: 'Testo In Chiaro' });
	await accounts.where('id', '=', world.applicant.id).execute();
	expect(await cellsWith('Testo In Chiaro')).toContain('accounts.name');
});

test('a refusal for the household’s needs is read by the household and the officer, not in the log', async () => {
	await database.transact((trx) => refuseOffer(trx, offerId, 'needs', world.applicant, NOW));
	const stored = [
		...(await database.db.selectFrom('offer_events').select('reason').where('offer_id', '=', offerId).execute()),
		...(await database.db.selectFrom('audit_entries').selectAll().where('subject_id', '=', offerId).execute())
	];
	// Neither the reason nor what follows from it, which tells the reason.
	expect(JSON.stringify(stored)).not.toMatch(/needs|keeps-waiting|leaves-ranking/);
	const reasons = (offer: { events: { reason: string | null }[] } | null) => offer?.events.map(({ reason }) => reason);
	expect(reasons(await readOffer(database.db, offerId, NOW))).toEqual([null, 'needs']);
	expect(reasons(await readOwnOffer(database.db, offerId, world.applicant, NOW))).toEqual([null, 'needs']);
	const { entries } = await entriesOf(offerId);
	expect(entries.find(({ event }) => event === 'offer_refused')).toMatchObject({ hasReason: true, detail: null });
});

test('what followed a refusal, which an earlier release wrote beside it, is hidden from who reads the log', async () => {
	const subject = { type: 'offer', id: newId() } as const;
	const detail = { then: 'keeps-waiting', justified: true };
	await database.transact(async (trx) =>
		record(trx, { event: 'offer_refused', by: world.applicant, subject, detail, at: NOW })
	);
	const { entries } = await entriesOf(subject.id);
	expect(entries).toMatchObject([{ event: 'offer_refused', detail: null }]);
});

test('a withdrawal, an exclusion and a released home leave no reason in clear, in any table', async () => {
	await withdraw();
	const sent = await notify();
	if (!sent.ok) throw new Error(sent.problem);
	expect(await readOpenRejection(database.db, applicationId)).toMatchObject({ reason: REASON });
	// The second click of the same officer with the same reason finds it sent.
	expect(await notify()).toEqual(sent);
	expect(await decide(sent.id, 'excluded')).toEqual({ ok: true });
	await releaseHeldHome();
	expect(await cellsWith(REASON)).toEqual([]);
	expect((await readOffer(database.db, offerId, NOW))?.events.at(-1)?.reason).toBe(REASON);
	expect(JSON.stringify(await readTrail(database.db, anyEntry))).not.toContain('sealed:');
});

async function releaseHeldHome() {
	const landlord = await anAccount(database, 'landlord');
	const listing = await aPublishedListing(database, landlord, world.officer);
	const { actor: tenant, requestId } = await aTenant(database);
	const proposed = await database.transact((trx) => proposeTenant(trx, listing, requestId, world.officer, NOW));
	if (!proposed.ok) throw new Error(proposed.problem);
	const { id: proposal } = proposed;
	for (const side of [tenant, landlord]) await database.transact((trx) => acceptProposal(trx, { proposal }, side, NOW));
	const letting = { listing, proposal };
	const released = await database.transact((trx) => releaseHome(trx, letting, REASON, world.officer, NOW));
	expect(released).toEqual({ ok: true });
	expect((await entriesOf(proposal)).entries[0]).toMatchObject({ event: 'home_released', hasReason: true });
}

test('when the person’s key is shredded the reasons are gone and the chain holds', async () => {
	await withdraw();
	await notify();
	const keys = database.db.selectFrom('applications').select('data_key_id').where('id', '=', applicationId);
	await database.db
		.updateTable('data_keys')
		.set({ wrapped_key: null, shredded_at: NOW })
		.where('id', 'in', keys)
		.execute();
	expect((await readOffer(database.db, offerId, NOW))?.events.at(-1)?.reason).toBeNull();
	expect(await readOpenRejection(database.db, applicationId)).toMatchObject({ reason: '' });
	expect(await verifyChain(database.db)).toMatchObject({ ok: true });
});

test('a reason that an earlier release kept in clear is sealed where it is written again', async () => {
	const id = newId();
	const sent = { notified_by: world.officer.id, notified_at: NOW, deadline: NOW };
	await database.transact((trx) =>
		insertRejection(trx, { id, application_id: applicationId, notice_id: world.noticeId, reason: REASON, ...sent })
	);
	expect(await readOpenRejection(database.db, applicationId)).toMatchObject({ reason: REASON });
	expect(await decide(id, 'dropped')).toEqual({ ok: true });
	const { entries } = await entriesOf(applicationId);
	expect(entries[0]).toMatchObject({ event: 'rejection_dropped', hasReason: true });
	const inLog = (await cellsWith(REASON)).filter((cell) => cell.startsWith('audit_entries'));
	expect(inLog).toEqual([]);
});
