import { beforeEach, describe, expect, test } from 'vitest';
import type { ControlOutcome } from '$lib/domain/controls/control';
import { readWorkList } from '$lib/server/desk/work-list/service';
import { noteOpenedRequest } from '$lib/server/people/readings/service';
import { findApplication } from '$lib/server/requests/applications/repository';
import { endControl, readControl, readOwnControl } from '$lib/server/requests/controls/control-service';
import { exportOf } from '$lib/server/requests/rights/service';
import { acceptFacts, correctFact } from '$lib/server/requests/verification/check-service';
import { readChecklist } from '$lib/server/requests/verification/reading-service';
import {
	colleague,
	confirmed,
	database,
	draw,
	drawnIds,
	nadia,
	noticeId,
	officer,
	OUT,
	shown,
	useSampleWorld
} from '../../../support/sample-world';

useSampleWorld();

describe('a control', () => {
	let id: string;
	beforeEach(async () => {
		await draw(await confirmed());
		id = (await drawnIds())[0]!;
		const request = (await findApplication(database.db, id))!;
		for (const by of [officer, colleague]) {
			expect(await end('confirmed', by)).toEqual({ ok: false, problem: 'not-opened' });
			await database.transact((trx) => noteOpenedRequest(trx, request, '', by, OUT));
		}
	});
	const end = (outcome: ControlOutcome, by = officer) =>
		database.transact((trx) => endControl(trx, { id, outcome }, by, OUT));
	const evidence = { how: 'register', source: 'Anagrafe di Milano', on: '2023-08-21' } as const;
	async function verify() {
		const list = await readChecklist(database.db, id, officer, OUT);
		if (!list || list === 'closed') throw new Error('The file is closed.');
		const facts = list.rows
			.filter(({ needed, state }) => needed && state === 'open')
			.map(({ fact, last }) => ({ fact, seen: last?.version ?? 0 }));
		expect(await database.transact((trx) => acceptFacts(trx, { id, facts, evidence }, officer, OUT))).toEqual({
			ok: true
		});
	}

	test('ends when every fact is checked, with the result that the facts have', async () => {
		expect(await end('confirmed', nadia)).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await end('confirmed')).toEqual({ ok: false, problem: 'not-checked' });
		await verify();
		expect(await end('false-declared')).toEqual({ ok: false, problem: 'no-fact-changed' });
		expect(await end('confirmed')).toEqual({ ok: true });
		expect(await end('confirmed')).toEqual({ ok: true });
		expect(await end('confirmed', colleague)).toMatchObject({ problem: 'controlled-already', who: 'Franca Riva' });
		expect((await shown()).samples[0]!.controls).toMatchObject({ checked: 1, confirmed: 1, waiting: 2 });
		expect(await readControl(database.db, id, officer)).toMatchObject({ outcome: 'confirmed', decider: 'Franca Riva' });
		expect(await readControl(database.db, id, nadia)).toBeNull();
	});

	test('cannot end as confirmed after a correction', async () => {
		const corrected = {
			id,
			fact: 'iseeCents',
			seen: 0,
			value: 1_200_000,
			evidence,
			reason: 'Attestazione INPS.'
		} as const;
		expect(await database.transact((trx) => correctFact(trx, corrected, officer, OUT))).toEqual({ ok: true });
		await verify();
		expect(await end('confirmed')).toEqual({ ok: false, problem: 'facts-changed' });
		expect(await end('false-declared')).toEqual({ ok: true });
		expect((await shown()).samples[0]!.controls).toMatchObject({ falseDeclared: 1, corrected: 0 });
	});

	test('waits on the work list by its deadline, and the household reads that it was drawn', async () => {
		const [mine] = (await readWorkList(database.db, officer, OUT, { queue: 'check-drawn', page: 1 })).queue!.items;
		expect(mine!.due).toBe('2023-10-22T21:59:59.999Z');
		expect(await readOwnControl(database.db, id)).toEqual({ dueAt: '2023-10-22T21:59:59.999Z', ended: false });
	});

	test('of a request that was not drawn there is none', async () => {
		const all = await database.db.selectFrom('applications').select('id').where('notice_id', '=', noticeId).execute();
		const drawn = await drawnIds();
		id = all.find((one) => !drawn.includes(one.id))!.id;
		const request = (await findApplication(database.db, id))!;
		await database.transact((trx) => noteOpenedRequest(trx, request, '', officer, OUT));
		expect(await end('confirmed')).toEqual({ ok: false, problem: 'not-drawn' });
		expect(await readOwnControl(database.db, id)).toBeNull();
	});

	test('is in what the household gets of its own data', async () => {
		await database.db.updateTable('applications').set({ account_id: nadia.id }).where('id', '=', id).execute();
		const data = await exportOf(database.db, nadia.id);
		expect(JSON.stringify(data)).toContain('"control":{"stratum"');
		expect(JSON.stringify(data)).not.toContain('Franca Riva');
	});
});
