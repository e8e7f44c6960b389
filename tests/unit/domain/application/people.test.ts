import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsOf, noHealthFacts } from '$lib/domain/accessibility/needs';
import type { Answers } from '$lib/domain/application/answers';
import { firstMissing } from '$lib/domain/application/answers';
import { answersOfTold, takeAnswers } from '$lib/domain/application/answers-of-told';
import {
	addPerson,
	changePerson,
	isAskedAgain,
	removePerson,
	shownAnswers,
	withPart
} from '$lib/domain/application/people';
import { relations } from '$lib/domain/household/choices';
import { allTold, anyRules } from '../../../support/builders/told';

const of = (member: string) => ({ member, percent: 100, serious: true, attendanceAllowance: true });
const ids = ({ members = [] }: Answers) => members.map(({ id }) => id);
const grandmother = { relation: 'parent', birthDate: '1940-02-02' } as const;
const newborn = { relation: 'child', birthDate: '2026-11-20' } as const;

/** A complete request of one adult and a grandmother with a disability. */
function withGrandmother(needs = noHealthFacts): Answers {
	const told = allTold({ disabilities: [], homeHasBarriers: true, emergency: ['violence'] });
	const answers = addPerson({ ...answersOfTold(told, anyRules), needs }, grandmother);
	const circumstances = { ...answers.again!.circumstances!, disabilities: [of('m2')] };
	return withPart(withPart(answers, 'circumstances', circumstances), 'needs', needs);
}

describe('a person who is taken out', () => {
	it('takes along what was said of that person: it never passes to the next', () => {
		const after = addPerson(removePerson(withGrandmother(), 'm2'), newborn);
		expect(ids(after)).toEqual(['m1', 'm3']);
		expect(JSON.stringify(after)).not.toContain('"m2"');
		expect(firstMissing({ ...after, choices: ['a'] }, anyRules)).toBe('circumstances');
		expect(isAskedAgain(after, 'circumstances')).toBe(true);
	});

	it('leaves the answers that nobody gave for that person', () => {
		const shown = shownAnswers(removePerson(withGrandmother(), 'm2'));
		expect(shown.circumstances).toMatchObject({ disabilities: [], emergency: ['violence'] });
		expect(shown.circumstances).not.toHaveProperty('homeHasBarriers');
		const child = addPerson(withGrandmother(), newborn);
		const told = withPart(withPart(child, 'circumstances', child.again!.circumstances!), 'needs', noHealthFacts);
		expect(removePerson(told, 'm3').circumstances).toEqual(told.circumstances);
	});

	it('has the needs of the household asked again with nothing filled in, where there were any', () => {
		const after = removePerson(withGrandmother({ needs: needsOf(['walker']), severeDisability: true }), 'm2');
		expect(after.needs).toBeUndefined();
		expect(shownAnswers(after).needs).toEqual(noHealthFacts);
		expect(removePerson(withGrandmother(), 'm2').needs).toEqual(noHealthFacts);
	});

	it('is never the applicant', () => {
		const answers = withGrandmother();
		expect(removePerson(answers, 'm1')).toBe(answers);
	});
});

describe('a correction', () => {
	it('of one’s own birth date keeps everything that was answered', () => {
		const answers = withGrandmother();
		const changed = changePerson(answers, 'm1', { relation: 'applicant', birthDate: '1984-05-05' });
		expect(changed).toEqual({
			...answers,
			members: [{ id: 'm1', relation: 'applicant', birthDate: '1984-05-05' }, answers.members![1]]
		});
		expect(addPerson(answers, { relation: 'applicant', birthDate: '1984-05-05' })).toEqual(changed);
	});

	it('of the relation or of the birth date is the same person; of both, another', () => {
		const answers = withGrandmother();
		for (const same of [
			{ ...grandmother, birthDate: '1941-02-02' },
			{ ...grandmother, relation: 'other' as const }
		])
			expect(changePerson(answers, 'm2', same).circumstances).toEqual(answers.circumstances);
		const other = changePerson(answers, 'm2', newborn);
		expect(ids(other)).toEqual(['m1', 'm3']);
		expect(JSON.stringify(other)).not.toContain('"m2"');
	});
});

describe('one form', () => {
	const form = 'f6b1a1de-0000-4000-8000-000000000001';
	it('sent twice adds one person; twins come from two forms', () => {
		const child = { relation: 'child', birthDate: '2015-03-03' } as const;
		const once = addPerson(withGrandmother(), { ...child, form });
		expect(addPerson(once, { ...child, form })).toBe(once);
		expect(ids(addPerson(once, { ...child, form: form.replace('1', '2') }))).toHaveLength(4);
		expect(ids(addPerson(once, { ...child, birthDate: '2016-03-03', form }))).toHaveLength(4);
		expect(ids(addPerson(removePerson(once, 'm3'), { ...child, form }))).toEqual(['m1', 'm2', 'm4']);
	});
});

it('a name is never given twice, whatever is added, changed and taken out', () => {
	const person = fc.record({
		relation: fc.constantFrom(...relations),
		birthDate: fc.constantFrom('1990-01-01', '2000-01-01')
	});
	const act = fc.tuple(fc.constantFrom('add', 'change', 'remove'), fc.nat(20), person);
	fc.assert(
		fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
			let answers: Answers = addPerson({}, { relation: 'other', birthDate: '1980-01-01' });
			const gone = new Set<string>();
			for (const [what, which, typed] of acts) {
				const before = ids(answers);
				const id = before[which % before.length]!;
				if (what === 'add') answers = addPerson(answers, typed);
				else answers = what === 'change' ? changePerson(answers, id, typed) : removePerson(answers, id);
				for (const one of before) if (!ids(answers).includes(one)) gone.add(one);
				for (const one of ids(answers)) expect(gone).not.toContain(one);
			}
			expect(answers.members!.filter(({ relation }) => relation === 'applicant')).toHaveLength(1);
		})
	);
});

it('the check brings what it was told of people only together with them', () => {
	const given = answersOfTold(
		allTold({
			members: [
				{ id: 'm1', relation: 'applicant', birthDate: '1985-03-10' },
				{ id: 'm2', ...grandmother }
			],
			disabilities: [of('m2')]
		}),
		anyRules
	);
	const saved = addPerson(answersOfTold(allTold(), anyRules), newborn);
	const { again: _, circumstances: _told, ...others } = saved;
	expect(takeAnswers(others, given, false)).not.toHaveProperty('circumstances');
	expect(takeAnswers(saved, given, true).circumstances).toEqual(given.circumstances);
	const { circumstances: _given, ...untold } = given;
	const taken = takeAnswers({ ...withGrandmother(), members: saved.members! }, untold, true);
	expect(taken).not.toHaveProperty('circumstances');
	expect(taken.needs).toBeUndefined();
});
