import { describe, expect, it } from 'vitest';
import { adequacyOf, personsThatFit, sizesThatFit } from '$lib/domain/eligibility/adequacy';
import { agency2026 as rules } from '$lib/domain/ruleset/sets/agency-2026';

describe('net area and persons (r.r. 4/2017 art. 9(2))', () => {
	it.each([
		[2799, [1]],
		[2800, [1]],
		[3799, [1]],
		[3800, [1, 2]],
		[4000, [1, 2]],
		[4600, [1, 2]],
		[4601, [2]],
		[4799, [2]],
		[4800, [2, 3]],
		[5500, [2, 3]],
		[5501, [3]],
		[6000, [3, 4]],
		[6500, [3, 4]],
		[6501, [4]],
		[6600, [4]],
		[6800, [4, 5]],
		[8001, [5, 6]],
		[9300, [5, 6]],
		[9301, [6]],
		[20_000, [6]]
	])('%i hundredths of m2 suit %j', (area, persons) => {
		expect(personsThatFit(rules, area)).toEqual(persons);
	});

	it.each([1, 2, 3, 4, 5, 6, 7, 12])('the sizes for %i persons are those that are adequate', (persons) => {
		const { minDm2, maxDm2 } = sizesThatFit(rules, persons);
		const fits = (area: number) => adequacyOf(rules, area, persons) === 'adequate';
		expect([fits(minDm2), fits(maxDm2 ?? 100_000)]).toEqual([true, true]);
		expect([minDm2 > 0 && fits(minDm2 - 1), maxDm2 !== null && fits(maxDm2 + 1)]).toEqual([false, false]);
	});

	it('counts seven and more as six', () => {
		expect(adequacyOf(rules, 7800, 9)).toBe('adequate');
		expect(adequacyOf(rules, 7799, 9)).toBe('too-small');
	});

	it('says on which side it fails', () => {
		expect(adequacyOf(rules, 4601, 1)).toBe('too-large');
		expect(adequacyOf(rules, 2799, 2)).toBe('too-small');
		expect(adequacyOf(rules, null, 2)).toBe('area-unknown');
	});

	it("lets a carer's room count as one more person only where that helps", () => {
		expect(adequacyOf(rules, 4601, 1, true)).toBe('adequate');
		expect(adequacyOf(rules, 5501, 1, true)).toBe('too-large');
		expect(adequacyOf(rules, 3000, 1, true)).toBe('adequate');
	});
});
