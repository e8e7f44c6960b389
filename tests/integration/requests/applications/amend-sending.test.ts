import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '$lib/server/platform/auth/actor';
import { discardDraft } from '$lib/server/requests/applications/draft-service';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { remindDrafts } from '$lib/server/requests/applications/remind-drafts';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { withdrawApplication } from '$lib/server/requests/applications/withdrawal-service';
import { aSentRequest, NOW, turn } from '../../../support/builders/amendment';
import { anOpenNotice } from '../../../support/builders/notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const LAST = '2026-11-30T22:59:59.999Z';
const LATE = '2026-11-30T23:00:00.000Z';

let database: TestDatabase;
let notice: { id: string; dwellingIds: string[]; officer: Actor };
let homes: string[];
let sent: Awaited<ReturnType<typeof aSentRequest>>;
beforeAll(async () => {
	database = await openTestDatabase();
	notice = await anOpenNotice(database, [4600, 4601, 5600]);
	homes = notice.dwellingIds.slice(0, 2);
});
afterAll(() => database.close());
beforeEach(async () => {
	sent = await aSentRequest(database, notice);
});

describe('sending an amendment', () => {
	it('twice, or from two tabs at once, replaces once and gives the same receipt', async () => {
		const id = await sent.begun();
		const same = { ok: true, id };
		expect(
			await Promise.all([
				sent.send(id, NOW, sent.first),
				sent.send(id, NOW, sent.first),
				sent.send(id, NOW, sent.first)
			])
		).toEqual([same, same, same]);
		expect(await sent.send(id, NOW, sent.first)).toEqual(same);
		expect((await sent.read(id)).versions).toHaveLength(2);
	});

	it('is refused where the page spoke of another request than the one that counts now', async () => {
		const id = await sent.begun();
		await database.transact((trx) => withdrawApplication(trx, sent.first, sent.by, NOW));
		expect(await sent.send(id, NOW, sent.first)).toEqual({ ok: false, problem: 'request-changed' });
		expect(await sent.send(id, NOW, null)).toEqual({ ok: true, id });
		expect((await sent.read(id)).earlier).toBeNull();
	});

	it('is possible until the last moment; a moment later it is refused and the request stands', async () => {
		const id = await sent.begun();
		await sent.save(turn);
		expect(await sent.send(id, LATE)).toEqual({ ok: false, problem: 'amending-closed' });
		expect((await sent.read(sent.first)).ended).toBe(false);
		expect((await sent.draft()).id).toBe(id);
		expect(await sent.send(id, LAST)).toEqual({ ok: true, id });
	});

	it('is over once the notice has closed, also while a ranking is corrected', async () => {
		for (const at of [LATE, '2026-12-10T10:00:00.000Z'])
			expect(await sent.amend(sent.first, sent.by, at)).toEqual({ ok: false, problem: 'amending-closed' });
		expect(await openDraft(database.db, notice.id, sent.by)).toBeNull();
	});

	it('that breaks off leaves the request as it was', async () => {
		const id = await sent.begun();
		const dies = database.transact(async (trx) => {
			expect(await submitApplication(trx, { noticeId: notice.id, draftId: id }, sent.by, NOW)).toMatchObject({
				ok: true
			});
			throw new Error('killed');
		});
		await expect(dies).rejects.toThrow('killed');
		expect((await sent.read(sent.first)).ended).toBe(false);
		expect(await sent.events(sent.first)).toEqual(['submitted']);
		expect(await sent.send(id)).toEqual({ ok: true, id });
	});

	it('is refused while it asks for a home that left the notice since, and a new draft leaves that home out', async () => {
		const id = await sent.begun();
		const left = (at: string | null) =>
			database.db
				.updateTable('notice_dwellings')
				.set({ released_at: at })
				.where('dwelling_id', '=', homes[0]!)
				.execute();
		await left(NOW);
		try {
			expect(await sent.send(id)).toEqual({ ok: false, problem: 'unknown-dwelling' });
			await database.transact((trx) => discardDraft(trx, notice.id, sent.by, NOW));
			await sent.amend();
			expect((await sent.draft()).answers.choices).toEqual([homes[1]]);
		} finally {
			await left(null);
		}
	});

	it('tells the household of it, and reminds it of a correction that is not sent', async () => {
		const id = await sent.begun();
		const subjects = async () =>
			(await database.db.selectFrom('messages').selectAll().where('account_id', '=', sent.by.id).execute()).length;
		const before = await subjects();
		await database.transact((trx) => remindDrafts(trx, '2026-11-29T12:00:00.000Z'));
		expect(await subjects()).toBe(before + 1);
		await sent.send(id);
		expect(await subjects()).toBe(before + 2);
	});
});
