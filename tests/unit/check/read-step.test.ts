import '../../support/settings';
import { describe, expect, it } from 'vitest';
import type { CheckValues } from '../../../src/routes/(public)/check/carried';
import { readAll, readStep } from '../../../src/routes/(public)/check/read-step';
import { questionSteps, type QuestionStep } from '../../../src/routes/(public)/check/steps';

const lists = (values: Record<string, string | string[]>): CheckValues =>
	Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value].flat()]));
const told = (step: QuestionStep, values: Record<string, string | string[]>) => {
	const read = readStep(step, lists(values));
	return read.ok ? JSON.parse(JSON.stringify(read.told)) : Object.keys(read.errors);
};

it.each(questionSteps)('nothing typed on %s: nothing told, and nothing wrong', (step) => {
	expect(told(step, {})).toEqual({});
});

it('earlier residence is told when a row is filled, and what is wrong with it by its field', () => {
	const row = { 'spanPlace-3': 'municipality', 'spanFrom-3': '2001-02-03', 'spanTo-3': '2005-06-07' };
	expect(told('residence', row)).toEqual({
		earlierResidence: [{ place: 'municipality', from: '2001-02-03', to: '2005-06-07' }]
	});
	expect(told('residence', { ...row, 'spanTo-3': '2000-01-01', citizenship: 'x' })).toEqual([
		'citizenship',
		'spanTo-3'
	]);
});

describe('the people', () => {
	it('are who asks, and everybody with a day of birth', () => {
		const values = {
			'birthDate-1': '1986-05-14',
			'birthDate-4': '2015-02-03',
			'relation-4': 'child',
			'birthDate-5': ''
		};
		expect(told('household', values)).toEqual({
			members: [
				{ id: 'm1', relation: 'applicant', birthDate: '1986-05-14' },
				{ id: 'm4', relation: 'child', birthDate: '2015-02-03' }
			]
		});
	});

	it.each<[Record<string, string>, string[]]>([
		[{ 'birthDate-1': '1986-02-30' }, ['birthDate-1']],
		[{ 'birthDate-1': '2999-01-01' }, ['birthDate-1']],
		[{ 'birthDate-1': '', 'birthDate-2': '2015-02-03', 'relation-2': 'child' }, ['birthDate-1']],
		[{ 'birthDate-1': '1986-05-14', 'birthDate-2': '2015-02-03' }, ['relation-2']],
		[{ 'birthDate-1': '1986-05-14', 'birthDate-2': '', 'relation-2': 'child' }, ['birthDate-2']]
	])('%j: %j', (values, wrong) => {
		expect(told('household', values)).toEqual(wrong);
	});
});

describe('residence', () => {
	it.each<[Record<string, string>, object]>([
		[{ livesIn: 'elsewhere' }, { livesInLombardy: false, regionSince: null, municipalitySince: null }],
		[{ livesIn: 'lombardy' }, { livesInLombardy: true, municipalitySince: null }],
		[{ livesIn: 'milan' }, { livesInLombardy: true }],
		[
			{ livesIn: 'milan', municipalitySince: '2010-01-01' },
			{ livesInLombardy: true, municipalitySince: '2010-01-01', regionSince: '2010-01-01' }
		],
		[{ regionSince: '2010-01-01' }, { livesInLombardy: true, regionSince: '2010-01-01' }],
		[{ livesIn: 'elsewhere', regionSince: '2010-01-01' }, ['regionSince']],
		[{ livesIn: 'lombardy', municipalitySince: '2010-01-01' }, ['municipalitySince']],
		[{ livesIn: 'milan', municipalitySince: '2010-01-01', regionSince: '2011-01-01' }, ['regionSince']],
		[{ citizenship: 'martian' }, ['citizenship']]
	])('%j: %j', (values, expected) => {
		expect(told('residence', values)).toEqual(expected);
	});
});

describe('home, income and circumstances', () => {
	it('take areas and amounts as Italians type them', () => {
		expect(told('home', { kind: 'rented', netArea: '58,5' })).toEqual({ kind: 'rented', netAreaDm2: 5850 });
		expect(told('income', { isee: '6.400,50', assets: '' })).toEqual({ iseeCents: 640_050 });
		expect(told('income', { isee: 'molto' })).toEqual(['isee']);
	});

	it('a group of boxes without a tick was not answered; none of them was', () => {
		const nothing = { lostPublicDwelling: false, unpaidArrears: false, squatted: false };
		expect(told('income', { earlier: 'none' })).toEqual(nothing);
		expect(told('income', { earlier: ['squatted'] })).toEqual({ ...nothing, squatted: true });
		expect(told('income', { earlier: ['squatted', 'none'] })).toEqual(['earlier']);
		expect(told('circumstances', { emergency: 'none' })).toEqual({ emergency: [] });
	});

	it.each<[Record<string, string | string[]>, unknown]>([
		[{ hasDisability: 'no' }, { disabilities: [] }],
		[{ hasDisability: 'yes' }, {}],
		[{ hasDisability: 'no', 'percent-1': '100' }, ['hasDisability']],
		[{ 'percent-1': '101' }, ['percent-1']],
		[
			{ 'percent-1': '100 %', 'disability-1': ['serious', 'allowance'] },
			{ disabilities: [{ member: 'm1', percent: 100, serious: true, attendanceAllowance: true }] }
		],
		// The number belongs to nobody who was named.
		[{ 'percent-7': '100' }, {}]
	])('%j: %j', (values, expected) => {
		expect(told('circumstances', values)).toEqual(expected);
	});
});

it('all pages together: the first that cannot be read, with what is wrong', () => {
	expect(readAll(lists({ isee: '1', kind: 'castle' }))).toMatchObject({ ok: false, step: 'home' });
	expect(readAll(lists({ isee: '1', kind: 'none' }))).toMatchObject({
		ok: true,
		told: { iseeCents: 100, kind: 'none' }
	});
});
