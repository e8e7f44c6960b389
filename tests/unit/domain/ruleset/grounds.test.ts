import { describe, expect, test } from 'vitest';
import { quotasOf, sensitiveGrounds } from '../../../../src/lib/domain/ruleset/grounds';
import type { RuleSet } from '../../../../src/lib/domain/ruleset/rule-set';
import { ruleSets } from '../../../../src/lib/domain/ruleset/rule-sets';
import { anOpenRuleSet } from '../../../support/builders/open-rule-set';

const open = anOpenRuleSet();
const pathsOf = (rules: RuleSet, categories: readonly string[] = []) =>
	sensitiveGrounds(rules, categories).map(({ path }) => path);

describe('sensitive grounds', () => {
	test('a rule set whose grounds are all marked harmless has none', () => expect(pathsOf(open)).toEqual([]));

	test('a ground that carries no mark counts as sensitive', () => {
		const { ground: _left, ...unmarked } = open.scoring.minorChildren!;
		expect(pathsOf({ ...open, scoring: { minorChildren: unmarked } })).toEqual(['scoring.minorChildren']);
	});

	test.each(['health', 'hardship', 'violence'] as const)('a ground of %s is sensitive wherever it stands', (ground) => {
		const sure = { certainty: 'found', source: 's', ground } as const;
		const row = { category: 'x', ground };
		const rules: RuleSet = {
			...open,
			eligibility: { emergency: { value: { grounds: ['violence'] }, ...sure } },
			scoring: { eviction: { value: { notified: 1, enforceable: 2 }, ...sure } },
			setAsides: { ...sure, value: [{ ...row, share: 1, rounding: 'up' }] },
			quotas: { ...sure, value: [{ ...row, kind: 'ceiling', places: 1 }] }
		};
		expect(pathsOf(rules)).toEqual(['eligibility.emergency', 'quotas.x', 'scoring.eviction', 'setAsides.x']);
	});

	test('a carer’s room makes a larger dwelling adequate, so a wish for one tells of a need', () => {
		const rules: RuleSet = {
			...open,
			carersRoomCounts: { value: true, certainty: 'found', source: 's', ground: 'health' }
		};
		expect(pathsOf(rules)).toEqual(['carersRoomCounts']);
	});

	test('a dwelling that is set aside because it fits a wheelchair makes any notice sensitive', () =>
		expect(pathsOf(open, ['wheelchair', 'reduced-mobility'])).toEqual([
			'setAsides.reduced-mobility',
			'setAsides.wheelchair'
		]));

	test('a share of the rules that is marked harmless stays harmless on its dwellings', () => {
		const value = [{ category: 'young', share: 1, rounding: 'up', ground: 'none' }] as const;
		const rules: RuleSet = { ...open, setAsides: { certainty: 'found', source: 's', value } };
		expect(pathsOf(rules, ['young'])).toEqual([]);
		expect(pathsOf(rules, ['young', 'old'])).toEqual(['setAsides.old']);
	});

	test('every ground of the rule sets that come with the portal is marked, and all of them hold sensitive ones', () => {
		for (const rules of ruleSets) {
			const found = sensitiveGrounds(rules, []);
			expect(
				found.filter(({ ground }) => ground === undefined),
				rules.id
			).toEqual([]);
			expect(found.length, rules.id).toBeGreaterThan(0);
		}
	});

	test('a round gets quotas without their marks, which its format does not know', () => {
		const quotas = {
			certainty: 'found',
			source: 's',
			value: [{ kind: 'ceiling', category: 'x', places: 1, ground: 'none' }]
		} as const;
		expect(quotasOf({ quotas })).toEqual([{ kind: 'ceiling', category: 'x', places: 1 }]);
	});
});
