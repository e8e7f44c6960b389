import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noHealthFacts } from '$lib/domain/accessibility/needs';
import { firstMissing, healthOf, householdOf } from '$lib/domain/application/answers';
import { answersOfTold, takeAnswers } from '$lib/domain/application/answers-of-told';
import { filled, type Told } from '$lib/domain/household/told';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import { agreedRent2026 } from '$lib/domain/ruleset/sets/agreed-rent-2026';
import { allTold, anyRules, toldAndLater } from '../../../support/builders/told';

const parts = (told: Told, rules: RuleSet = agency2026) => Object.keys(answersOfTold(told, rules));

describe('the answers of a request that were told already', () => {
	it('are there where everything was told', () => {
		expect(parts(allTold())).toEqual(['members', 'residence', 'home', 'income']);
		expect(parts({})).toEqual([]);
		expect(parts(allTold(), anyRules)).toEqual(['members', 'residence', 'home', 'circumstances', 'income']);
	});

	it.each<[Partial<Told>, string[]]>([
		[{ members: undefined }, ['residence', 'home', 'income']],
		[{ worksInLombardy: undefined }, ['members', 'home', 'income']],
		[{ regionSince: undefined }, ['members', 'home', 'income']],
		[{ eviction: undefined }, ['members', 'residence', 'income']],
		[{ squatted: undefined }, ['members', 'residence', 'home']],
		[{ netAreaDm2: undefined, assetsCents: undefined }, ['members', 'residence', 'home', 'income']]
	])('a part half told is asked again: %j', (changes, expected) => {
		expect(parts(allTold(changes))).toEqual(expected);
	});

	it.each([{ disabilities: undefined }, { homeHasBarriers: undefined }, { emergency: undefined }])(
		'circumstances half told are asked again: %j',
		(changes) => {
			expect(parts(allTold(changes), anyRules)).not.toContain('circumstances');
			expect(parts(allTold({ ...changes, kind: 'none', disabilities: [], emergency: [] }), anyRules)).toContain(
				'circumstances'
			);
		}
	);

	it('hold only what the rules of the notice ask', () => {
		const told = allTold({ permitValidTo: '2027-01-01', shared: true, emergency: ['violence'] });
		const given = answersOfTold(told, agreedRent2026);
		expect(JSON.stringify(given)).not.toMatch(/violence|shared|2027-01-01|iseeValidTo|iseeKind/);
		expect(JSON.stringify(answersOfTold(told, anyRules))).toMatch(/shared.*violence.*iseeKind/);
	});

	it('declare the same household', () => {
		fc.assert(
			fc.property(toldAndLater, ({ later }) => {
				const answers = answersOfTold(later, anyRules);
				expect(householdOf(answers)).toEqual(filled(later).household);
				expect(healthOf({ ...answers, needs: noHealthFacts })).toEqual(filled(later).health);
			}),
			{ numRuns: 300 }
		);
	});
});

it('what was saved stays, unless the person asked to replace it', () => {
	const saved = answersOfTold(allTold({ iseeCents: 1 }), agency2026);
	const given = answersOfTold(allTold({ iseeCents: 2 }), agency2026);
	expect(takeAnswers({ income: saved.income }, given, false)).toEqual({ ...given, income: saved.income });
	expect(takeAnswers({ ...saved, choices: ['a'] }, given, true)).toEqual({ ...given, choices: ['a'] });
});

it('a request is whole without the part that its rules do not ask, and an old draft is asked for it where they do', () => {
	const answers = { ...answersOfTold(allTold(), agency2026), needs: noHealthFacts, choices: ['a'] };
	expect(firstMissing(answers, agency2026)).toBeNull();
	expect(firstMissing(answers, anyRules)).toBe('circumstances');
});

it('nothing is declared about the health of a member who was taken out', () => {
	const of = (member: string) => ({ member, percent: 100, serious: true, attendanceAllowance: false });
	const answers = answersOfTold(allTold({ disabilities: [of('m1'), of('m2')] }), anyRules);
	expect(healthOf({ ...answers, needs: noHealthFacts })?.disabilities).toEqual([of('m1')]);
	expect(healthOf(answers)).toBeNull();
});
