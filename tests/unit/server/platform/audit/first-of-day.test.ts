import { expect, it } from 'vitest';
import { firstOfDay } from '$lib/server/platform/audit/first-of-day';

it('lets the first events of each person and day pass, and no more', () => {
	const isFirst = firstOfDay(3);
	const passing = (who: string, at: string) => Array.from({ length: 5 }, () => isFirst(who, at)).filter(Boolean).length;
	expect(passing('Ada', '2026-11-29T10:00:00.000Z')).toBe(3);
	expect(passing('Bea', '2026-11-29T10:00:00.000Z')).toBe(3);
	expect(passing('Ada', '2026-11-29T22:59:00.000Z')).toBe(0);
	// Midnight in Italy.
	expect(passing('Ada', '2026-11-29T23:00:00.000Z')).toBe(3);
});
