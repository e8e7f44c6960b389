import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dueSpans, goingKinds, keptUntil } from '$lib/domain/retention/retention-times';

const instant = fc
	.date({ min: new Date('2005-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
	.map((date) => date.toISOString());

it.each(goingKinds)('a %s is never due before its time is over, and soon after it is', (kind) => {
	fc.assert(
		fc.property(instant, instant, (start, at) => {
			const due = dueSpans(kind, at).some(({ from, before }) => start >= from && start < before);
			if (due) expect(keptUntil(kind, start) < at).toBe(true);
			const dayBefore = new Date(Date.parse(at) - 2 * 86_400_000).toISOString();
			if (keptUntil(kind, start) < dayBefore) expect(due).toBe(true);
		})
	);
});
