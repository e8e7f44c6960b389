import { describe, expect, it } from 'vitest';
import { documentIds } from '$lib/domain/documents/document';
import { documentsFor } from '$lib/domain/documents/documents-for';
import { judgeTold } from '$lib/domain/eligibility/judge-told';
import type { Told } from '$lib/domain/household/told';
import { ruleSets } from '$lib/domain/ruleset/rule-sets';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import { agreedRent2026 } from '$lib/domain/ruleset/sets/agreed-rent-2026';
import { disabled2026 } from '$lib/domain/ruleset/sets/disabled-2026';
import { temporary2026 } from '$lib/domain/ruleset/sets/temporary-2026';
import { scoreTold } from '$lib/domain/scoring/score-told';
import { allTold } from '../../../support/builders/told';

const today = '2026-11-22';
const documents = (told: Told, rules = agency2026) =>
	documentsFor(told, judgeTold(told, rules, today), scoreTold(told, rules, today).score);
const disability = { member: 'm1', percent: 100, serious: true, attendanceAllowance: true };

describe('documents to prepare', () => {
	it('an Italian tenant with nothing special: who one is, and the ISEE', () => {
		expect(documents(allTold())).toEqual(['identity', 'isee']);
	});

	it('the ISEE is asked before it is told', () => {
		expect(documents({})).toEqual(['identity', 'isee']);
	});

	it.each<[Partial<Told>, string[]]>([
		[{ citizenship: 'international-protection' }, ['permit']],
		[{ citizenship: 'two-year-permit-and-work' }, ['permit', 'work']],
		[{ regionSince: null, livesInLombardy: false }, ['work']],
		[{ eviction: 'notified' }, ['eviction-notified']],
		[{ eviction: 'enforceable' }, ['eviction-enforceable']],
		[{ kind: 'none' }, ['no-home']],
		[{ unhealthy: true }, ['unhealthy-home']],
		[{ netAreaDm2: 1_699 }, ['home-size']],
		[{ netAreaDm2: 1_700 }, []],
		[{ disabilities: [disability] }, ['serious-handicap']]
	])('%j: %j', (changes, expected) => {
		expect(documents(allTold(changes))).toEqual(['identity', 'isee', ...expected]);
	});

	it('only what some rule of the notice uses', () => {
		const told = allTold({ citizenship: 'eu-long-term-permit', disabilities: [disability], emergency: ['violence'] });
		expect(documents(told, agreedRent2026)).toEqual(['identity', 'isee']);
		expect(documents(told, disabled2026)).toEqual([
			'identity',
			'isee',
			'permit',
			'serious-handicap',
			'civil-disability'
		]);
		expect(documents(told, temporary2026)).toContain('violence');
	});

	it('every document can be asked by some rule set', () => {
		const hard = allTold({
			citizenship: 'two-year-permit-and-work',
			netAreaDm2: 1_000,
			unhealthy: true,
			homeHasBarriers: true,
			disabilities: [disability],
			emergency: ['eviction-carried-out', 'home-unusable', 'violence', 'no-shelter', 'leaving-care']
		});
		const cases = [
			hard,
			{ ...hard, eviction: 'notified' },
			{ ...hard, eviction: 'enforceable', kind: 'improper' }
		] as const;
		const asked = new Set(cases.flatMap((told) => ruleSets.flatMap((rules) => documents(told, rules))));
		expect([...asked].sort()).toEqual([...documentIds].sort());
	});
});
