import { expect, it } from 'vitest';
import { noticePhase } from '$lib/domain/notice/phase';

const opensAt = '2026-10-01T22:00:00.000Z';
const closesAt = '2026-11-22T22:59:59.999Z';
const published = { opensAt, closesAt, openedAt: '2026-09-20T08:00:00.000Z', withdrawnAt: null };

it.each([
	['2026-10-01T21:59:59.999Z', 'scheduled'],
	['2026-10-01T22:00:00.000Z', 'open'],
	['2026-11-22T22:59:59.999Z', 'open'],
	['2026-11-22T23:00:00.000Z', 'closed']
])('a published notice at %s is %s', (now, phase) => {
	expect(noticePhase(published, now)).toBe(phase);
});

it('a draft stays one whatever the clock says, and a withdrawn notice is withdrawn', () => {
	expect(noticePhase({ ...published, openedAt: null }, closesAt)).toBe('draft');
	expect(noticePhase({ ...published, withdrawnAt: opensAt }, opensAt)).toBe('withdrawn');
});
