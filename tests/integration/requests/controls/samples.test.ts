import { describe, expect, test } from 'vitest';
import { quicknet, roundTime } from '$lib/domain/draw/drand';
import { newId } from '$lib/server/ids';
import { checkSignature } from '$lib/server/notices/notices/drand';
import { drawnBy } from '$lib/server/requests/controls/draw';
import { drawByHand, keepDraw } from '$lib/server/requests/controls/draw-service';
import { findSample } from '$lib/server/requests/controls/repository';
import { anAccount } from '../../../support/builders/closed-notice';
import {
	close,
	colleague,
	confirmed,
	database,
	draw,
	drawnIds,
	nadia,
	noticeId,
	officer,
	other,
	OUT,
	propose,
	PROPOSED,
	SEED,
	shown,
	SIGNATURE,
	useSampleWorld,
	waits
} from '../../../support/sample-world';

useSampleWorld();

describe('a sample', () => {
	test('is proposed by one person and confirmed by another', async () => {
		const id = newId();
		expect(await propose({ id, by: nadia })).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await propose({ id, now: '2023-08-20T10:00:00.000Z' })).toEqual({ ok: false, problem: 'notice-open' });
		expect(await propose({ id })).toEqual({ ok: true });
		expect(await propose({ id })).toEqual({ ok: true });
		expect(await propose()).toMatchObject({ ok: false, problem: 'waits-already', who: 'Franca Riva' });
		expect(await close(id, nadia)).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await close(id, officer)).toEqual({ ok: false, problem: 'same-person' });
		expect((await shown()).mayConfirm).toBe(false);
		expect((await shown(colleague)).mayConfirm).toBe(true);
		expect(await waits()).toContain('confirm-sample');
		expect(await close(id)).toEqual({ ok: true });
		expect(await close(id)).toEqual({ ok: true });
		expect(await close(id, officer)).toMatchObject({ problem: 'closed-already', who: 'Paolo Neri' });
	});

	test('is dropped by who proposed it, and another one proposed', async () => {
		const id = newId();
		await propose({ id });
		expect(await close(id, officer, 'dropped')).toEqual({ ok: true });
		expect(await draw(id)).toEqual({ ok: false, problem: 'not-confirmed' });
		expect(await propose()).toEqual({ ok: true });
	});

	test('of two proposals, and of two decisions, in the same moment one is kept', async () => {
		const id = newId();
		const both = await Promise.all([propose({ id }), propose({ by: colleague, on: other })]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		const [kept] = (await shown()).samples;
		const third = await anAccount(database, 'manager', 'Mario Rota');
		const done = await Promise.all([
			close(kept!.id, third),
			close(kept!.id, kept!.proposedBy === officer.id ? colleague : officer, 'confirmed', other)
		]);
		expect(done.filter(({ ok }) => ok)).toHaveLength(1);
	});

	test('has its groups and its list fixed before it is confirmed', async () => {
		const id = await confirmed();
		const before = (await findSample(database.db, id))!;
		expect((await shown()).samples[0]!.groups.map(({ count, drawn }) => [count, drawn])).toEqual([
			[3, 2],
			[2, 1],
			[0, 0]
		]);
		await draw(id);
		expect((await findSample(database.db, id))!.population).toBe(before.population);
		expect(before.population).not.toMatch(/Bossi|iseeCents|m1/);
	});
});

describe('the number that draws', () => {
	test('is published after the confirmation, and no other number is taken', async () => {
		const id = await confirmed();
		const sample = (await findSample(database.db, id))!;
		expect(sample.seedRound).toBe(1000);
		expect(roundTime(quicknet, sample.seedRound!) > sample.closedAt!).toBe(true);
		expect(await draw(id, { now: '2023-08-23T15:59:23.999Z' })).toEqual({ ok: false, problem: 'too-early' });
		const checked = (await checkSignature(quicknet.hash, 1000, SIGNATURE))!;
		const known = { checked: { ...checked, round: 999 }, drawn: await drawnBy(sample, SEED) };
		const taken = (drawing: typeof known | null) =>
			database.transact((trx) => keepDraw(trx, { id, noticeId, drawing }, officer, OUT));
		expect(await taken(known)).toEqual({ ok: false, problem: 'wrong-round' });
		expect(await taken(null)).toEqual({ ok: false, problem: 'wrong-round' });
		expect(await drawByHand(database.db, id, SIGNATURE.replace(/9$/, '8'))).toBeNull();
	});

	test('draws once, whoever asks, and the draw can be worked out again', async () => {
		const id = await confirmed();
		expect(await waits()).toContain('draw-sample');
		expect(await draw(id, { by: nadia })).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await Promise.all([draw(id), draw(id, { by: colleague, on: other })])).toEqual([{ ok: true }, { ok: true }]);
		const [sample] = (await shown()).samples;
		expect(sample).toMatchObject({ seed: SEED, controls: { drawn: 3, waiting: 3, checked: 0, same: true } });
		const again = await drawnBy((await findSample(database.db, id))!, SEED);
		expect(again.map(({ pseudonym }) => pseudonym).toSorted()).toEqual(
			sample!.controls!.requests.map(({ pseudonym }) => pseudonym).toSorted()
		);
		expect(await waits()).not.toContain('draw-sample');
		await database.db.updateTable('control_draws').set({ stratum: 'high' }).where('sample_id', '=', id).execute();
		expect((await shown()).samples[0]!.controls!.same).toBe(false);
	});

	test('draws from requests that did not end, and no request twice', async () => {
		const [first] = await database.db
			.selectFrom('applications')
			.select('id')
			.where('notice_id', '=', noticeId)
			.execute();
		await ended(first!.id);
		await draw(await confirmed());
		const drawn = await drawnIds();
		expect(drawn).not.toContain(first!.id);
		await ended(drawn[0]!);
		expect((await shown()).samples[0]!.controls).toMatchObject({ waiting: drawn.length - 1, left: 1 });
		await draw(await confirmed());
		const second = await database.db.selectFrom('control_draws').select('application_id').execute();
		expect(new Set(second.map((one) => one.application_id)).size).toBe(second.length);
	});
});

const ended = (id: string) =>
	database.db.updateTable('applications').set({ ended_at: PROPOSED }).where('id', '=', id).execute();
