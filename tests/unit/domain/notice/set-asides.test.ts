import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeQuotas, labelDwellings, needsPublicNumber, type DwellingToLabel } from '$lib/domain/notice/set-asides';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import { sap2019 } from '$lib/domain/ruleset/sets/sap-2019';
import { accessibleMeasures, unmeasured } from '../../../support/builders/measures';

const home = (id: string, changes: Partial<DwellingToLabel> = {}): DwellingToLabel => ({
	id,
	list: 'comune',
	netAreaDm2: 5800,
	district: 'Lorenteggio',
	measures: unmeasured,
	...changes
});
const ten = Array.from({ length: 10 }, (_, index) => home(`u${index}`, { netAreaDm2: 4000 + 100 * index }));

describe('labels at the opening', () => {
	test('an accessible home is set aside first for households that need it, then for those that can use it, whatever the rules', () => {
		const homes = [home('ramp', { measures: accessibleMeasures }), home('stairs')];
		for (const rules of [agency2026, sap2019]) {
			const labels = labelDwellings(homes, rules, 'A-1', 'c0ffee');
			expect(labels.get('ramp')).toEqual(['wheelchair', 'reduced-mobility']);
		}
		expect(labelDwellings(homes, agency2026, 'A-1', '00').get('stairs')).toEqual([]);
	});

	test('the share of the rules, rounded up, over each list; another public number spreads it elsewhere', () => {
		expect([needsPublicNumber(sap2019), needsPublicNumber(agency2026)]).toEqual([true, false]);
		const chosen = (number: string) =>
			[...labelDwellings(ten, sap2019, 'A-1', number)].filter(([, label]) => label[0] === 'indigent').map(([id]) => id);
		expect(chosen('c0ffee')).toHaveLength(2);
		const spread = new Set(Array.from({ length: 30 }, (_, i) => chosen((i + 16).toString(16)).join()));
		expect(spread.size).toBeGreaterThan(1);
		const seven = [...labelDwellings(ten.slice(0, 7), sap2019, 'A-1', 'c0ffee').values()];
		expect(seven.filter((label) => label.length > 0)).toHaveLength(2);
	});

	test('a reader who knows the public number alone cannot work out the places of a sensitive category', () => {
		const drawn = (secret: string) => JSON.stringify([...labelDwellings(ten, sap2019, 'A-1', 'c0ffee', secret)]);
		const outcomes = new Set(Array.from({ length: 30 }, (_, i) => drawn((i + 16).toString(16).repeat(32))));
		expect(outcomes.size).toBeGreaterThan(1);
	});

	test('the order of the rows changes nothing', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray(ten, { minLength: ten.length }), (shuffled) => {
				const sorted = (homes: readonly DwellingToLabel[]) =>
					Object.fromEntries(labelDwellings(homes, sap2019, 'A-1', 'c0ffee'));
				expect(sorted(shuffled)).toEqual(sorted(ten));
			})
		);
	});
});

describe('quotas by count', () => {
	const quotas = [{ kind: 'guarantee' as const, category: 'indigent', places: 2 }];
	const rules = { ...agency2026, quotas: { value: quotas, certainty: 'illustrative' as const, source: 'prova' } };

	test('over several lists, or beside set-asides, a notice cannot have them; over one list it can', () => {
		expect(judgeQuotas(rules, ten)).toBeNull();
		expect(judgeQuotas(rules, [...ten, home('other', { list: 'aler' })])).toBe('quotas-over-lists');
		const ramp = home('ramp', { measures: accessibleMeasures });
		expect(judgeQuotas(rules, [...ten, ramp])).toBe('quotas-beside-set-asides');
		expect(judgeQuotas({ ...sap2019, quotas: rules.quotas }, ten)).toBe('quotas-beside-set-asides');
		expect(judgeQuotas(agency2026, [home('a'), home('b', { list: 'aler' })])).toBeNull();
	});
});
