import { expect, test } from 'vitest';
import { offsetAfter } from '$lib/server/demo/clock-move';

const NOW = '2026-11-22T10:00:00.000Z';
const DAY = 86_400_000;

test('a day and a week add up', () => {
	expect(offsetAfter('day', 0, NOW, null)).toEqual({ ok: true, offset: DAY });
	expect(offsetAfter('week', DAY, NOW, null)).toEqual({ ok: true, offset: 8 * DAY });
	expect(offsetAfter({ days: 3 }, 0, NOW, null)).toEqual({ ok: true, offset: 3 * DAY });
});

test('just before the next deadline there are five minutes left; just after it, it has passed', () => {
	const deadline = '2026-11-23T10:00:00.000Z';
	expect(offsetAfter('before-deadline', 0, NOW, deadline)).toEqual({ ok: true, offset: DAY - 300_000 });
	expect(offsetAfter('after-deadline', 0, NOW, deadline)).toEqual({ ok: true, offset: DAY + 1_000 });
});

test('it never goes back by a step, only to the real time', () => {
	expect(offsetAfter('before-deadline', 5, NOW, '2026-11-22T10:01:00.000Z')).toEqual({ ok: true, offset: 5 });
	expect(offsetAfter('reset', 9 * DAY, NOW, null)).toEqual({ ok: true, offset: 0 });
});

test('without a deadline ahead, and beyond a year, it says so', () => {
	expect(offsetAfter('after-deadline', 0, NOW, null)).toEqual({ ok: false, problem: 'no-deadline-ahead' });
	expect(offsetAfter('week', 399 * DAY, NOW, null)).toEqual({ ok: false, problem: 'clock-too-far' });
});
