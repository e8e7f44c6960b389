import { expect, test } from 'vitest';
import { shownSetAside } from '$lib/domain/notice/shown-set-asides';
import { sap2019 } from '$lib/domain/ruleset/sets/sap-2019';

const withShares = (...value: NonNullable<typeof sap2019.setAsides>['value']) => ({
	...sap2019,
	setAsides: { ...sap2019.setAsides!, value }
});
const harmless = { ...sap2019.setAsides!.value[0]!, category: 'young', ground: 'none' as const };

test('a set-aside for a sensitive category, or for one that nobody marked, is not said by dwelling', () => {
	expect(shownSetAside(['indigent'], sap2019)).toEqual([]);
	expect(shownSetAside(['indigent'], withShares())).toEqual([]);
	for (const ground of ['health', 'hardship', 'violence'] as const) {
		expect(shownSetAside(['young'], withShares({ ...harmless, ground }))).toEqual([]);
	}
});

test('a dwelling fit for a wheelchair says who comes first, because its measures do', () => {
	expect(shownSetAside(['wheelchair', 'reduced-mobility'], sap2019)).toEqual(['wheelchair', 'reduced-mobility']);
});

test('a share for households that use a wheelchair, at a dwelling that is not fit for one, is not said', () => {
	const rules = withShares({ ...harmless, category: 'wheelchair', ground: 'health' });
	expect(shownSetAside(['wheelchair'], rules)).toEqual([]);
});

test('a harmless share is said by dwelling', () => {
	expect(shownSetAside(['young'], withShares(harmless))).toEqual(['young']);
});
