import { describe, expect, it } from 'vitest';
import { heldUntil, oldestHold, releaseAt } from '$lib/domain/matching/proposal';

const HELD = '2026-11-22T10:00:00.000Z';
const END = '2026-11-25T10:00:00.000Z';
const JUST_AFTER = '2026-11-25T10:00:00.001Z';
const held = { heldAt: HELD, releasedAt: null, releasedBy: null };
const open = { releasedAt: null, releasedBy: null };

describe('a home held after two yeses', () => {
	it('is held for 72 hours, the last instant included', () => {
		expect(heldUntil(HELD)).toBe(END);
		expect(oldestHold(END)).toBe(HELD);
		expect(releaseAt(held, false, END)).toEqual(open);
		expect(releaseAt(held, false, JUST_AFTER)).toEqual({ releasedAt: END, releasedBy: 'time' });
	});

	it('counts hours, not days: the clock change does not move its end', () =>
		expect(heldUntil('2027-03-27T10:00:00.000Z')).toBe('2027-03-30T10:00:00.000Z'));

	it('stays with its household once a contract is registered', () =>
		expect(releaseAt(held, true, '2027-11-25T10:00:00.000Z')).toEqual(open));

	it('keeps the recorded release, and says "time" when no release was recorded', () => {
		const released = { ...held, releasedAt: '2026-11-23T10:00:00.000Z' };
		expect(releaseAt({ ...released, releasedBy: 'agency' }, false, JUST_AFTER)).toEqual({
			releasedAt: '2026-11-23T10:00:00.000Z',
			releasedBy: 'agency'
		});
		expect(releaseAt({ ...released, releasedAt: END }, false, JUST_AFTER).releasedBy).toBe('time');
	});

	it('never ends a hold that did not exist', () =>
		expect(releaseAt({ ...held, heldAt: null }, false, '2027-11-25T10:00:00.000Z')).toEqual(open));
});
