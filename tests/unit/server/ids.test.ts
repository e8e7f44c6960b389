import { afterEach, expect, test, vi } from 'vitest';
import { newId } from '$lib/server/ids';

afterEach(() => vi.restoreAllMocks());

const ids = (count: number) => Array.from({ length: count }, newId);
const VERSION_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('identifiers sort in the order in which they were made, however many in a millisecond', () => {
	vi.spyOn(Date, 'now').mockReturnValue(Date.now());
	const made = ids(10_000);
	expect(made.toSorted()).toEqual(made);
	expect(new Set(made).size).toBe(made.length);
	expect(made.every((id) => VERSION_7.test(id))).toBe(true);
});

test('a clock that is set back changes nothing of it', () => {
	const [before] = ids(1);
	vi.spyOn(Date, 'now').mockReturnValue(Date.now() - 3_600_000);
	const after = ids(2);
	expect([before, ...after].toSorted()).toEqual([before, ...after]);
});

test('the moment stands in the first twelve digits', () => {
	const now = Date.now() + 60_000;
	vi.spyOn(Date, 'now').mockReturnValue(now);
	expect(parseInt(newId().replaceAll('-', '').slice(0, 12), 16)).toBe(now);
});
