import { expect, it } from 'vitest';
import { compareRuleSets } from '$lib/domain/ruleset/compare-rule-sets';
import { illustrative } from '$lib/domain/ruleset/sets/illustrative';
import { sap2025 } from '$lib/domain/ruleset/sets/sap-2025';

it('a copy under another name has the same rules', () => {
	const copy = { ...structuredClone(sap2025), id: 'r-1', name: { it: 'Copia', en: 'Copy' } };
	expect(compareRuleSets(sap2025, copy)).toEqual([]);
});

it('tells each value that changed, was taken out or came in, numbers in order', () => {
	const { unhealthyHome: _, ...scoring } = sap2025.scoring;
	const underDm2 = [...Array.from({ length: 11 }, (__, at) => 1700 + at)];
	const changed = {
		...sap2025,
		scoring: { ...scoring, overcrowding: { ...illustrative({ underDm2, points: 600 }), ground: 'hardship' as const } },
		validTo: '2030-12-31'
	};
	expect(compareRuleSets(sap2025, changed)).toEqual([
		...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((at) => ({
			path: `scoring.overcrowding.value.underDm2.${at}`,
			before: [1700, 1700, 3400, 5000, 5000, 6700, 8400][at],
			after: 1700 + at
		})),
		{ path: 'scoring.unhealthyHome.certainty', before: 'illustrative', after: undefined },
		{ path: 'scoring.unhealthyHome.ground', before: 'hardship', after: undefined },
		{ path: 'scoring.unhealthyHome.source', before: sap2025.scoring.unhealthyHome!.source, after: undefined },
		{ path: 'scoring.unhealthyHome.value.points', before: 700, after: undefined },
		{ path: 'validTo', before: null, after: '2030-12-31' }
	]);
});
