import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitFor } from '$lib/domain/accessibility/fit';
import { dwellingClass, fitTable, verdictFor } from '$lib/domain/accessibility/fit-classes';
import { needMask, needNames, needsOf } from '$lib/domain/accessibility/needs';
import { aMeasuredDwelling } from '../../../support/builders/random-measures';

const someNeeds = fc.subarray([...needNames]).map(needsOf);

it('the verdict of a class is the verdict of the plain fit', () => {
	fc.assert(
		fc.property(someNeeds, aMeasuredDwelling, (needs, measures) => {
			expect(verdictFor(needMask(needs), dwellingClass(measures))).toBe(fitFor(needs, measures).verdict);
		}),
		{ numRuns: 1_000 }
	);
});

it('a table of classes answers each pair as the plain fit does, equal needs and equal answers being one class', () => {
	const households = fc.array(someNeeds, { maxLength: 12 });
	fc.assert(
		fc.property(households, fc.array(aMeasuredDwelling, { maxLength: 12 }), (needs, dwellings) => {
			const table = fitTable([...needs, ...needs], [...dwellings, ...dwellings]);
			needs.forEach((need, row) => {
				dwellings.forEach((measures, column) => {
					const plain = fitFor(need, measures).verdict;
					expect(table.verdict(row, column)).toBe(plain);
					expect(table.verdict(needs.length + row, dwellings.length + column)).toBe(plain);
				});
			});
			expect(table.needClasses).toBe(new Set(needs.map(needMask)).size);
			expect(table.homeClasses).toBeLessThanOrEqual(dwellings.length);
		}),
		{ numRuns: 60 }
	);
});
