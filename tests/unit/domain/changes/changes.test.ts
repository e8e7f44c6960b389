import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noHealthFacts } from '$lib/domain/accessibility/needs';
import { factsAfter, isWithoutApplicant } from '$lib/domain/changes/after-changes';
import type { AcceptedChange, Change } from '$lib/domain/changes/change';
import { judgeChange } from '$lib/domain/changes/judge-change';
import { changeEffects, countingRuleOf } from '$lib/domain/changes/when-it-counts';
import { changeKinds } from '$lib/domain/changes/change';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import { checklistOf } from '$lib/domain/verification/checklist';
import { valuesOf } from '$lib/domain/verification/verified-facts';
import { aHousehold, aMember } from '../../../support/builders/household';

const SENT = '2026-11-01T10:00:00.000Z';
const NOW = '2026-11-22T09:00:00.000Z';
const TODAY = '2026-11-01';
const members = [
	aMember({ id: 'm1' }),
	aMember({ id: 'm2', relation: 'spouse' }),
	aMember({ id: 'm3', relation: 'child', birthDate: '2016-05-01' })
];
const facts = { household: aHousehold({ members }), health: noHealthFacts };
const accepted = (change: Change, successor: string | null = null): AcceptedChange => ({ ...change, successor });
const birth = accepted({ kind: 'birth', on: '2026-11-10', relation: 'child' });
const death = (member: string, successor: string | null = null) =>
	accepted({ kind: 'death', on: '2026-11-11', member }, successor);
const move = (to: 'same' | 'region' | 'elsewhere') =>
	accepted({ kind: 'move', on: '2026-11-12', to, home: 'hosted', netAreaDm2: null });
const recognised = { percent: 100, serious: true, attendanceAllowance: true };
const certificate = { kind: 'disability', on: '2026-11-13', member: 'm2', successor: null, ...recognised } as const;
const people = (...changes: AcceptedChange[]) =>
	factsAfter(facts, changes, 'size').household.members.map(({ id, relation }) => `${id} ${relation}`);

describe('the people after a change', () => {
	test('a child that was born is one of them', () => {
		const [, , , child] = factsAfter(facts, [birth], 'size').household.members;
		expect(child).toEqual({ id: 'm4', relation: 'child', birthDate: '2026-11-10' });
		expect(people(birth, birth)).toHaveLength(5);
	});

	test('a member who died or left is not', () => {
		expect(people(death('m3'))).toEqual(['m1 applicant', 'm2 spouse']);
		expect(people(accepted({ kind: 'separation', on: '2026-11-10', members: ['m2', 'm3'] }))).toEqual(['m1 applicant']);
	});

	test('an applicant who died is followed by the member whom the office names, and by nobody of itself', () => {
		expect(people(death('m1'))).toEqual(['m1 applicant', 'm2 spouse', 'm3 child']);
		expect(isWithoutApplicant(factsAfter(facts, [death('m1')], 'size'), [death('m1')])).toBe(true);
		expect(people(death('m1', 'm2'))).toEqual(['m2 applicant', 'm3 child']);
		expect(people(death('m1', 'm3'))).toEqual(['m2 other', 'm3 applicant']);
		const twice = [death('m1'), death('m1', 'm2')];
		expect(isWithoutApplicant(factsAfter(facts, twice, 'size'), twice)).toBe(false);
		expect(isWithoutApplicant(facts, [death('m3')])).toBe(false);
	});

	test('changes follow each other by their days, whatever the order in which they were told', () => {
		const other = accepted({ kind: 'death', on: '2026-11-20', member: 'm4' });
		expect(people(other, birth)).toEqual(people());
		expect(people(birth, other)).toEqual(people());
	});
});

describe('what counts', () => {
	test('each change has one rule for each effect, with its certainty', () => {
		for (const kind of changeKinds)
			for (const effect of changeEffects) expect(countingRuleOf(kind, effect, TODAY).certainty).not.toBe('found');
	});

	test('points are those of the day of sending, but for a disability that was recognised since', () => {
		const score = (...changes: AcceptedChange[]) => checklistOf(facts, [], agency2026, TODAY, changes).score;
		const before = score().verified.total;
		for (const change of [birth, death('m2'), move('elsewhere')]) expect(score(change).verified.total).toBe(before);
		expect(score(certificate).verified.total).toBeGreaterThan(before);
		expect(score(certificate).declared.total).toBe(before);
	});

	test('requirements are judged on the household as it is', () => {
		const failures = (...changes: AcceptedChange[]) =>
			checklistOf(
				{ ...facts, household: { ...facts.household, worksInLombardy: false } },
				[],
				agency2026,
				TODAY,
				changes
			).failures.map(({ requirement }) => requirement);
		expect(failures()).toEqual([]);
		expect(failures(move('same'))).toEqual([]);
		expect(failures(move('region'))).toEqual([]);
		expect(failures(move('elsewhere'))).not.toEqual([]);
	});

	test('a move takes the hardship of the old home away, and a certificate leaves those of others', () => {
		const home = { ...facts.household.home, eviction: 'enforceable', unhealthy: true } as const;
		const before = { household: { ...facts.household, home }, health: noHealthFacts };
		expect(factsAfter(before, [move('same')], 'size').household.home).toEqual({
			...{ kind: 'hosted', netAreaDm2: null, eviction: 'none', unhealthy: false }
		});
		const others = { member: 'm3', percent: 50, serious: false, attendanceAllowance: false };
		const with3 = { ...facts, health: { ...noHealthFacts, disabilities: [others] } };
		expect(valuesOf(factsAfter(with3, [certificate, certificate], 'points')).disabilities).toEqual([
			others,
			{ member: 'm2', percent: 100, serious: true, attendanceAllowance: true }
		]);
	});

	test('no changes change nothing', () => {
		fc.assert(
			fc.property(fc.constantFrom(...changeEffects), (effect) => {
				expect(factsAfter(facts, [], effect)).toBe(facts);
			})
		);
	});
});

describe('a change can be told', () => {
	const judge = (change: Change) => judgeChange(change, facts.household, SENT, NOW);
	test('from the day of sending to today', () => {
		const on = (day: string) => judge({ ...birth, on: day });
		expect(on('2026-10-31')).toBe('before-sending');
		expect(on('2026-11-01')).toBeNull();
		expect(on('2026-11-22')).toBeNull();
		expect(on('2026-11-23')).toBe('to-come');
	});

	test('of people of the household', () => {
		expect(judge(death('m9'))).toBe('unknown-member');
		expect(judge({ ...certificate, member: 'm9' })).toBe('unknown-member');
		expect(judge({ kind: 'separation', on: TODAY, members: [] })).toBe('unknown-member');
		expect(judge({ kind: 'separation', on: TODAY, members: ['m2', 'm9'] })).toBe('unknown-member');
		expect(judge({ kind: 'separation', on: TODAY, members: ['m1'] })).toBe('applicant-leaves');
		expect(judge({ kind: 'separation', on: TODAY, members: ['m2', 'm3'] })).toBeNull();
	});

	test('with something that was recognised', () => {
		const none = { ...certificate, percent: null, serious: false, attendanceAllowance: false };
		expect(judge(none)).toBe('nothing-recognised');
		expect(judge({ ...none, percent: 46 })).toBeNull();
		expect(judge({ ...none, serious: true })).toBeNull();
	});
});
