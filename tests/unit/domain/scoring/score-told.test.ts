import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ruleSets } from '$lib/domain/ruleset/rule-sets';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import { sap2025 } from '$lib/domain/ruleset/sets/sap-2025';
import { scoreTold } from '$lib/domain/scoring/score-told';
import { allTold, toldAndLater } from '../../../support/builders/told';

const today = '2026-11-22';

it('nothing told: no points, and every criterion of the rule set is named', () => {
	for (const rules of ruleSets) {
		const { score, untold } = scoreTold({}, rules, today);
		expect(score).toMatchObject({ total: 0, lines: [] });
		const asked = Object.keys(rules.scoring).filter((id) => id !== 'residenceTogether');
		expect(untold.toSorted()).toEqual(asked.toSorted());
	}
});

it('names what was left blank, and counts the rest to the last hundredth', () => {
	const { score, untold } = scoreTold(allTold({ eviction: undefined, netAreaDm2: undefined }), agency2026, today);
	expect(untold).toEqual(['eviction', 'overcrowding']);
	expect(score.lines.map(({ criterion, points }) => [criterion, points])).toEqual([
		['economicHardship', 600],
		['residenceRegion', 450],
		['residenceMunicipality', 800],
		['residenceTogether', -450]
	]);
	expect(score.total).toBe(1400);
});

it('a household without a home has nothing more to tell about it', () => {
	const told = allTold({ kind: 'none', netAreaDm2: undefined, unhealthy: undefined, shared: undefined });
	expect(scoreTold({ ...told, homeHasBarriers: undefined }, sap2025, today).untold).toEqual([]);
});

it('a line never changes with what is told later, an untold criterion has none, and the lines add up', () => {
	fc.assert(
		fc.property(toldAndLater, fc.constantFrom(...ruleSets), ({ told, later }, rules) => {
			const { score, untold } = scoreTold(told, rules, today);
			const final = scoreTold(later, rules, today);
			expect(final.untold.filter((id) => !untold.includes(id))).toEqual([]);
			expect(score.lines.reduce((sum, { points }) => sum + points, 0)).toBe(score.total);
			for (const line of score.lines) {
				expect(untold).not.toContain(line.criterion);
				// The ceiling follows from the lines that it cuts.
				if (line.criterion !== 'residenceTogether') expect(final.score.lines).toContainEqual(line);
			}
			const told0 = new Set(score.lines.map(({ criterion }) => criterion));
			for (const { criterion } of final.score.lines) {
				if (criterion !== 'residenceTogether' && !untold.includes(criterion)) expect(told0).toContain(criterion);
			}
		}),
		{ numRuns: 2_000 }
	);
});
