import { expect, test } from 'vitest';
import { newsSince, type FollowedNotice } from '$lib/domain/notice/news';

const notice: FollowedNotice = {
	opensAt: '2026-11-01T08:00:00.000Z',
	openedAt: '2026-10-20T08:00:00.000Z',
	closesAt: '2026-11-25T22:59:59.999Z',
	changes: [{ kind: 'texts', at: '2026-11-10T10:00:00.000Z' }],
	rankings: [{ version: 1, final: false, at: '2026-12-10T10:00:00.000Z' }]
};
const kinds = (since: string, now: string, of = notice) => newsSince(of, since, now).map(({ kind }) => kind);

test('news come in the order of time, each once', () => {
	expect(kinds('2026-10-25', '2026-11-23')).toEqual(['opened', 'texts', 'closing']);
	expect(kinds('2026-11-10T10:00:00.000Z', '2026-11-23')).toEqual(['closing']);
	expect(kinds('2026-11-23', '2026-12-11')).toEqual(['ranking']);
});

test('what was before the person followed, or is still to come, is no news', () => {
	expect(kinds('2026-11-02', '2026-11-09')).toEqual([]);
	expect(kinds('2026-10-25', '2026-10-31')).toEqual([]);
});

test('the end is reminded of three days before, never after it, and again where it moves', () => {
	expect(kinds('2026-11-11', '2026-11-22T22:59:59.998Z')).toEqual([]);
	expect(kinds('2026-11-11', '2026-11-22T22:59:59.999Z')).toEqual(['closing']);
	expect(kinds('2026-11-11', '2026-11-26')).toEqual([]);
	const later = { ...notice, closesAt: '2026-11-30T22:59:59.999Z' };
	expect(kinds('2026-11-23', '2026-11-28', later)).toEqual(['closing']);
});

test('a notice that is open for less than the reminder reminds nobody', () => {
	const short = { ...notice, opensAt: '2026-11-24T08:00:00.000Z' };
	expect(kinds('2026-11-20', '2026-11-25', short)).toEqual(['opened']);
});
