import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import { criteria } from '$lib/domain/scoring/criteria';
import { scoreHousehold } from '$lib/domain/scoring/score-household';
import { scalePoints } from '$lib/domain/what-if/scale-points';
import { aHousehold, healthFacts } from '../../../support/builders/household';

const household = aHousehold({
	home: { kind: 'improper', netAreaDm2: 1_500, eviction: 'enforceable', unhealthy: true },
	iseeCents: 100_000
});
const pointsOf = (rules: typeof agency2026, id: string) =>
	scoreHousehold(household, healthFacts(), rules, '2026-11-01').lines.find(({ criterion }) => criterion === id)
		?.points ?? 0;

test.each(criteria.map(({ id }) => id))('%s: scales its own points and those of no other criterion', (id) => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 500 }), (percent) => {
			const changed = scalePoints(agency2026, id, percent);
			for (const { id: other } of criteria) {
				const before = pointsOf(agency2026, other);
				const expected = other === id ? (before * percent) / 100 : before;
				expect(Math.abs(pointsOf(changed, other) - expected)).toBeLessThanOrEqual(other === id ? 2 : 0);
			}
		}),
		{ numRuns: 20 }
	);
	expect(scalePoints(agency2026, id, 100)).toEqual(agency2026);
});

test('ages, areas and limits stay as they are', () => {
	const { elderly, overcrowding, economicHardship } = scalePoints(agency2026, 'elderly', 200).scoring;
	expect(elderly?.value.age).toBe(agency2026.scoring.elderly?.value.age);
	expect(elderly?.value.points).toBe(agency2026.scoring.elderly!.value.points * 2);
	expect(overcrowding).toBe(agency2026.scoring.overcrowding);
	expect(economicHardship).toBe(agency2026.scoring.economicHardship);
});
