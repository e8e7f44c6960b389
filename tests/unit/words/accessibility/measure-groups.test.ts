import fc from 'fast-check';
import { expect, test } from 'vitest';
import { needChecks } from '$lib/domain/accessibility/need-checks';
import { needNames } from '$lib/domain/accessibility/needs';
import { groupedMeasures } from '$lib/words/accessibility/measure-groups';
import { aMeasuredDwelling } from '../../../support/builders/random-measures';

test('whatever decides a fit has one group, of the building or of the dwelling', () => {
	fc.assert(
		fc.property(aMeasuredDwelling, (measures) => {
			for (const need of needNames) {
				for (const { hard, what } of needChecks[need](measures)) {
					const found = [...groupedMeasures([what], 'building'), ...groupedMeasures([what], 'dwelling')];
					if (hard) expect(found, what).toHaveLength(1);
				}
			}
		}),
		{ numRuns: 300 }
	);
});

test('several things of one group are named once', () => {
	const groups = groupedMeasures(['bathDoorMm', 'lift', 'innerDoorMm'], 'dwelling');
	expect(groups).toEqual([{ name: 'porte', things: ['innerDoorMm', 'bathDoorMm'] }]);
});
