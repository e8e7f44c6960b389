import '../../../support/settings';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { readOffer } from '$lib/server/letting/offers/read-offers';
import { refuseOffer } from '$lib/server/letting/offers/service';
import { sweepPages } from '$lib/server/people/documents/sweep';
import { personKey } from '$lib/server/platform/accounts/person-key';
import { verifyChain } from '$lib/server/platform/audit/verify';
import { backUp } from '$lib/server/platform/db/backup';
import { forgetTraces } from '$lib/server/platform/db/forget-traces';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { NOW } from '../../../support/builders/closed-notice';
import { EMAIL, WORDS } from '../../../support/builders/every-kind-of-row';
import { everythingStored } from '../../../support/everything-stored';
import { aPersonToErase } from '../../../support/person-to-erase';

const { database, store, world, me, erase, withdraw, everyRow, sendAll } = aPersonToErase();

describe('after an erasure', () => {
	it('no word of the person stands in the database, its log or a new backup; the old key opens nothing', async () => {
		await everyRow();
		const offer = await refusedOffer();
		await withdraw();
		const { id: oldKey } = await database().transact((trx) => personKey(trx, me().id, NOW));
		expect(await everythingStored(database())).toContain(EMAIL);
		expect(await erase()).toEqual({ ok: true });
		expect(await sendAll()).toEqual([EMAIL]);
		await forgetTraces(database());
		const stored = await everythingStored(database());
		expect(stored).toContain(me().id);
		for (const word of WORDS) expect(stored, word).not.toContain(word);
		expect(await openDataKeys(database().db, [oldKey])).toEqual(new Map());
		expect(await verifyChain(database().db)).toMatchObject({ ok: true });
		// The office still reads what the law keeps, under the code of the request.
		expect((await readOffer(database().db, offer, NOW))?.events.at(-1)?.reason).toBe('needs');
		await nothingInNewBackup();
		await noPageStays();
	});

	/** The pages of documents, which nothing opens any more, go with the sweep. */
	async function noPageStays() {
		const names = await store().objects.list();
		expect(names).toHaveLength(2);
		for (const name of names)
			for (const word of WORDS) expect(String(await store().objects.get(name)), name).not.toContain(word);
		await sweepPages(database(), store().objects, '2090-01-01T00:00:00.000Z');
		expect(await store().objects.list()).toEqual([]);
	}

	async function refusedOffer(): Promise<string> {
		await database().transact((trx) => makeOffers(trx, { roundId: world().roundId }, world().officer, NOW));
		const { id } = await database()
			.db.selectFrom('offers')
			.innerJoin('applications', 'applications.id', 'application_id')
			.select('offers.id')
			.where('account_id', '=', me().id)
			.executeTakeFirstOrThrow();
		await database().transact((trx) => refuseOffer(trx, id, 'needs', me(), NOW));
		return id;
	}

	async function nothingInNewBackup() {
		if (database().kind !== 'sqlite') return;
		const copies = mkdtempSync(join(tmpdir(), 'chiavi-erased-'));
		const [copy, keys] = [join(copies, 'backup.db'), join(copies, 'keys.db')];
		expect(await backUp(database().url.replace(/^sqlite:/, ''), copy, keys)).toMatchObject({ ok: true });
		const text = [copy, keys].map((file) => readFileSync(file, 'latin1')).join('');
		rmSync(copies, { recursive: true });
		for (const word of WORDS) expect(text, word).not.toContain(word);
	}
});
