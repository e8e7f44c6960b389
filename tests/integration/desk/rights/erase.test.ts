import '../../../support/settings';
import { describe, expect, it } from 'vitest';
import { keptOfPerson } from '$lib/server/desk/rights/kept-of-person';
import { setDisabled } from '$lib/server/platform/accounts/administer';
import { readAccount, readAccounts } from '$lib/server/platform/accounts/read-accounts';
import { findByEmail } from '$lib/server/platform/accounts/repository';
import { openSessions } from '$lib/server/platform/auth/sessions';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { decideRejection, notifyRejection } from '$lib/server/requests/rejections/service';
import { anAccount, NOW } from '../../../support/builders/closed-notice';
import { EMAIL, REASON } from '../../../support/builders/every-kind-of-row';
import { rowsOfPerson } from '../../../support/rows-of-person';
import { aPersonToErase, LATER } from '../../../support/person-to-erase';

const { database, world, me, erase, withdraw, everyRow, tellMe, sendAll } = aPersonToErase();

describe('after an erasure', () => {
	it('every table did with its rows what its rule says', async () => {
		await everyRow();
		await withdraw();
		const before = await rowsOfPerson(database().db, { id: me().id, email: EMAIL });
		expect(await erase()).toEqual({ ok: true });
		await sendAll();
		const after = await rowsOfPerson(database().db, { id: me().id, email: EMAIL });
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
		expect(await database().db.selectFrom('persons').select('id').execute()).toEqual([]);
	});

	it('the address is free, nobody can be told of anything, and no administrator opens the account again', async () => {
		await withdraw();
		await erase();
		expect(await findByEmail(database().db, EMAIL)).toBeUndefined();
		expect(await tellMe()).toBeNull();
		const by = await anAccount(database(), 'administrator');
		const open = { id: me().id, disabled: false };
		const opened = await database().transact((trx) => setDisabled(trx, openSessions(database()), open, by, NOW));
		expect(opened).toEqual({ ok: false, problem: 'not-found' });
		expect(await readAccount(database().db, me().id)).toBeUndefined();
		const { accounts } = await readAccounts(database().db, { role: 'applicant', email: '', page: 1 });
		expect(accounts.map(({ id }) => id)).not.toContain(me().id);
	});

	it('why a request was excluded is kept for the office, sealed under a key of the request', async () => {
		const sent = await database().transact((trx) =>
			notifyRejection(trx, { noticeId: world().noticeId, pseudonym: 'A-1', reason: REASON }, world().officer, NOW)
		);
		if (!sent.ok) throw new Error(sent.problem);
		await database().transact((trx) =>
			decideRejection(trx, { id: sent.id, outcome: 'excluded' }, world().officer, LATER)
		);
		await withdraw();
		expect(await erase()).toEqual({ ok: true });
		const rows = await database()
			.db.selectFrom('rejections')
			.innerJoin('applications', 'applications.id', 'rejections.application_id')
			.innerJoin('application_events as event', 'event.application_id', 'applications.id')
			.select(['rejections.id', 'rejections.reason', 'data_key_id', 'event.reason as eventReason'])
			.where('event.event', '=', 'excluded')
			.execute();
		expect(rows).toHaveLength(1);
		expect(rows[0]!.reason).toContain(rows[0]!.data_key_id);
		expect(rows[0]!.eventReason).toBe(rows[0]!.reason);
		expect((await openDataKeys(database().db, [rows[0]!.data_key_id])).size).toBe(1);
	});
});
