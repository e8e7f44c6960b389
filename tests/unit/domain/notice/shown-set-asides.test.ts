import { expect, test } from 'vitest';
import { countHidden, shownSetAside } from '$lib/domain/notice/shown-set-asides';
import { sap2019 } from '$lib/domain/ruleset/sets/sap-2019';
import { accessibleMeasures, unmeasured } from '../../../support/builders/measures';

const home = (setAside: readonly string[], measures = unmeasured) => ({ owner: 'Comune', measures, setAside });
const unmarked = { ...sap2019, setAsides: { ...sap2019.setAsides!, value: [] } };
const harmless = { ...sap2019.setAsides!.value[0]!, category: 'young', ground: 'none' as const };

test('a set-aside for a sensitive category, or for one that nobody marked, is counted and not said by dwelling', () => {
	for (const rules of [sap2019, unmarked]) {
		expect(shownSetAside(home(['indigent']), rules)).toEqual([]);
		expect(countHidden([home(['indigent']), home(['indigent']), home([])], rules)).toEqual([
			{ owner: 'Comune', category: 'indigent', homes: 2 }
		]);
	}
});

test('a dwelling fit for a wheelchair says so, because its measures do', () => {
	const accessible = home(['wheelchair', 'reduced-mobility'], accessibleMeasures);
	expect(shownSetAside(accessible, sap2019)).toEqual(['wheelchair', 'reduced-mobility']);
	expect(countHidden([accessible], sap2019)).toEqual([]);
});

test('a harmless share is said by dwelling', () => {
	const rules = { ...sap2019, setAsides: { ...sap2019.setAsides!, value: [harmless] } };
	expect(shownSetAside(home(['young']), rules)).toEqual(['young']);
	expect(countHidden([home(['young'])], rules)).toEqual([]);
});
