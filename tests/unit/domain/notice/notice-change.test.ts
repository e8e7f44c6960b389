import { describe, expect, it } from 'vitest';
import { endOfDay } from '$lib/domain/calendar/deadline';
import { quicknet, roundAfterClosing, roundTime } from '$lib/domain/draw/drand';
import { changedTexts, judgeExtension, judgeTexts } from '$lib/domain/notice/notice-change';

const NOW = '2026-11-20T09:00:00.000Z';
const notice = {
	opensAt: '2026-10-01T22:00:00.000Z',
	closesAt: endOfDay('2026-11-22'),
	openedAt: '2026-09-20T08:00:00.000Z',
	withdrawnAt: null,
	beaconOrigin: { kind: 'draw' } as const
};
const draw = {
	closesAt: endOfDay('2026-11-27'),
	beaconSource: 'Lotto del 28 novembre',
	beaconOrigin: notice.beaconOrigin
};
const drand = (round: number) => ({ kind: 'drand', chain: quicknet.hash, round }) as const;

describe('more time', () => {
	it('while a notice takes requests, or before it opens, to a later day', () => {
		expect(judgeExtension(notice, draw, NOW)).toBeNull();
		expect(judgeExtension(notice, draw, '2026-09-30T09:00:00.000Z')).toBeNull();
		expect(judgeExtension(notice, draw, notice.closesAt)).toBeNull();
	});

	it('never once it has closed, as a draft, or after it was withdrawn', () => {
		const past = endOfDay('2026-11-23');
		expect(judgeExtension(notice, draw, past)).toBe('not-open');
		expect(judgeExtension({ ...notice, openedAt: null }, draw, NOW)).toBe('not-open');
		expect(judgeExtension({ ...notice, withdrawnAt: NOW }, draw, NOW)).toBe('not-open');
	});

	it('never to the same day or an earlier one', () => {
		for (const day of ['2026-11-22', '2026-11-21'])
			expect(judgeExtension(notice, { ...draw, closesAt: endOfDay(day) }, NOW)).toBe('not-later');
	});

	it('with a number that nobody can know before the new end', () => {
		expect(judgeExtension(notice, { ...draw, beaconSource: '' }, NOW)).toBe('draw-without-name');
		const asked = (closesOn: string) => ({ ...draw, beaconOrigin: drand(roundAfterClosing(closesOn)) });
		expect(judgeExtension(notice, asked('2026-11-22'), NOW)).toBe('beacon-too-early');
		expect(judgeExtension(notice, asked('2026-11-27'), NOW)).toBeNull();
	});
});

it('the round that a notice names by itself comes out at noon of the next day in Milan, in summer and in winter', () => {
	expect(roundTime(quicknet, roundAfterClosing('2026-11-27'))).toMatch(/^2026-11-28T11:00:0[0-2]/);
	expect(roundTime(quicknet, roundAfterClosing('2026-07-27'))).toMatch(/^2026-07-28T10:00:0[0-2]/);
});

describe('corrected texts', () => {
	const before = { titleIt: 'Alloggi', titleEn: 'Homes', summaryIt: 'Tre case', summaryEn: 'Three homes' };
	const after = { ...before, summaryIt: 'Quattro case' };

	it('at any time after publication, where something differs', () => {
		expect(judgeTexts(notice, { before, after }, NOW)).toBeNull();
		expect(judgeTexts(notice, { before, after }, '2027-11-20T09:00:00.000Z')).toBeNull();
		expect(judgeTexts(notice, { before, after: before }, NOW)).toBe('nothing-changed');
		expect(judgeTexts({ ...notice, openedAt: null }, { before, after }, NOW)).toBe('not-published');
	});

	it('name what differs', () => expect(changedTexts(before, after)).toEqual(['summaryIt']));
});
