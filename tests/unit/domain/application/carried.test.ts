import '../../../support/settings';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsOf } from '$lib/domain/accessibility/needs';
import { answerParts, firstMissing, healthOf, householdOf, type Answers } from '$lib/domain/application/answers';
import { takeAnswers, answersOfTold, toldOf } from '$lib/domain/application/answers-of-told';
import { answersCarried, askedAnew, confirmedAnswers, withConfirmed } from '$lib/domain/application/carried';
import { looksAgain } from '$lib/domain/application/look-again';
import { addPerson, removePerson, shownAnswers, withPart } from '$lib/domain/application/people';
import { filled, type Told } from '$lib/domain/household/told';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { sap2025 } from '$lib/domain/ruleset/sets/sap-2025';
import { allTold, anyRules, everythingTold } from '../../../support/builders/told';

const from = { request: 'r1', protocol: '2025-000007', sentAt: '2025-10-03T10:00:00.000Z' };
const TODAY = '2026-11-30';
/** Rules that look at none of the facts that only some notices ask. */
const fewRules: RuleSet = { ...sap2025, eligibility: {}, scoring: {} };
const walker = { needs: needsOf(['walker']), severeDisability: true };

function carried(told: Told = allTold(), rules = anyRules): Answers {
	const { household, health } = filled(told);
	return answersCarried(household, { ...health, ...walker }, from, rules);
}

describe('answers of an earlier request', () => {
	it('are shown, whatever they were, and none counts before its page is saved', () => {
		fc.assert(
			fc.property(everythingTold, (told) => {
				const answers = carried(told);
				expect(toldOf(shownAnswers(answers))).toEqual(toldOf(shownAnswers(carried(toldOf(shownAnswers(answers))))));
				expect(toldOf(shownAnswers(answers))).toMatchObject(JSON.parse(JSON.stringify(told)) as object);
				expect(firstMissing(answers, anyRules)).toBe('members');
				expect(householdOf(answers)).toBeNull();
				expect(healthOf(answers)).toBeNull();
				expect(confirmedAnswers(answers)).toEqual({});
			})
		);
	});

	it('are confirmed a page at a time, and then nothing is left of the earlier request', () => {
		const shown = shownAnswers(carried());
		let answers = carried();
		for (const part of answerParts.filter((one) => one !== 'choices')) {
			expect(firstMissing(answers, anyRules)).toBe(part);
			answers = { ...withConfirmed(answers, part), [part]: shown[part] };
		}
		expect(firstMissing(answers, anyRules)).toBe('choices');
		expect(answers).not.toHaveProperty('carried');
		expect(householdOf(answers)).not.toBeNull();
	});

	it('that the new rules do not ask are left behind, and those that they ask anew are named', () => {
		const few = carried(allTold({ emergency: ['violence'], disabilities: [], shared: true }), fewRules);
		expect(JSON.stringify(few)).not.toMatch(/violence|disabilities|shared|iseeKind/);
		expect(few.carried?.needs).toEqual(walker);
		const { emergency: _, shared: _shared, ...told } = allTold();
		const anew = carried(told);
		expect(askedAnew(anew.carried!, anyRules)).toEqual(['shared', 'emergency']);
		expect(askedAnew(few.carried!, fewRules)).toEqual([]);
	});

	it('name no home, and no doubt that was settled then', () => {
		expect(carried(allTold({ sure: ['x'] }))).not.toHaveProperty('choices');
		expect(JSON.stringify(carried(allTold({ sure: ['x'] })))).not.toContain('sure');
	});
});

describe('what is said of health', () => {
	const mother = { relation: 'parent', birthDate: '1940-02-02' } as const;
	const of = { percent: 100, serious: true, attendanceAllowance: false };
	const told = allTold({
		members: [
			{ id: 'm1', relation: 'applicant', birthDate: '1985-03-10' },
			{ id: 'm2', ...mother }
		],
		disabilities: [{ member: 'm2', ...of }],
		homeHasBarriers: true
	});

	it('goes with the person who no longer lives there, and never passes to the next', () => {
		const after = addPerson(removePerson(carried(told), 'm2'), mother);
		const shown = shownAnswers(after);
		expect(after.members?.map(({ id }) => id)).toEqual(['m1', 'm3']);
		expect(shown.circumstances).toMatchObject({ disabilities: [] });
		expect(shown.circumstances).not.toHaveProperty('homeHasBarriers');
		expect(shown.needs).toBeUndefined();
	});

	it('stays where somebody else joins', () => {
		const shown = shownAnswers(addPerson(carried(told), { relation: 'child', birthDate: '2026-11-20' }));
		expect(shown.circumstances?.disabilities).toEqual([{ member: 'm2', ...of }]);
		expect(shown.needs?.needs).toEqual(walker.needs);
	});

	it('is asked anew where the check told of other people', () => {
		const given = answersOfTold(allTold({ members: [{ id: 'm1', ...mother }] }), anyRules);
		const replaced = takeAnswers(carried(told), given, true);
		expect(firstMissing(replaced, anyRules)).toBe('needs');
		expect(replaced.members).toEqual(given.members);
		expect(JSON.stringify(replaced)).not.toMatch(/"m2"|walker|"carried"/);
		const kept = takeAnswers(carried(told), given, false);
		expect(kept.members).toHaveLength(2);
		expect(firstMissing(kept, anyRules)).toBe('members');
	});
});

describe('answers to be looked at again', () => {
	const names = (answers: Answers, today = TODAY) =>
		Object.fromEntries(looksAgain(answers, today).map(({ name, why }) => [name, why]));

	it('are ages, incomes of another year, days that passed and what lasts until today', () => {
		const told = allTold({ permitValidTo: '2026-11-29', squatted: true });
		expect(names(carried(told))).toEqual({
			members: 'age',
			iseeCents: 'another-year',
			iseeKind: 'another-year',
			iseeValidTo: 'another-year',
			assetsCents: 'another-year',
			municipalitySince: 'still',
			regionSince: 'still',
			permitValidTo: 'passed',
			squatted: 'still'
		});
	});

	it('of the same day are none; on the day itself nothing has passed', () => {
		expect(names(carried(allTold({ permitValidTo: '2025-10-03' })), '2025-10-03')).toEqual({});
		expect(names(carried(), '2025-12-31')).not.toHaveProperty('iseeCents');
		expect(names(carried(), '2026-01-01')).toMatchObject({ iseeCents: 'another-year' });
		expect(names(carried(), '2026-03-09')).not.toHaveProperty('members');
		expect(names(carried(), '2026-03-10')).toMatchObject({ members: 'age' });
	});

	it('are named no more once their page is saved', () => {
		const { residence } = shownAnswers(carried());
		const saved = { ...withConfirmed(carried(), 'residence'), residence: residence! };
		expect(names(saved)).not.toHaveProperty('regionSince');
		expect(withPart(saved, 'needs', walker).carried).toBeDefined();
	});
});
