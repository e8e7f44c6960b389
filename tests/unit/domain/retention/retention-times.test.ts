import { expect, it } from 'vitest';
import { keptKinds, keptUntil, retentionOf } from '$lib/domain/retention/retention-times';

it('counts whole years from the day of the kind', () => {
	expect(keptUntil('tenancy', '2026-11-22T10:00:00.000Z')).toBe('2036-11-22T10:00:00.000Z');
});

it('ends on the last of February where the year has no 29th', () => {
	expect(keptUntil('request', '2028-02-29T12:00:00.000Z')).toBe('2038-02-28T12:00:00.000Z');
});

it('has a time with a source for every kind, at any day', () => {
	for (const kind of keptKinds)
		for (const at of ['2001-01-01T00:00:00.000Z', '2060-01-01T00:00:00.000Z'])
			expect(retentionOf(kind, at)).toMatchObject({ value: expect.any(Number), source: expect.stringMatching(/\w+/) });
});
