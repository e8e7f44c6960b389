import { describe, expect, it } from 'vitest';
import { readCarried, writeCarried, type CheckValues } from '../../../src/routes/(public)/check/carried';
import { MOST_PEOPLE, rowsOf } from '../../../src/routes/(public)/check/people';
import { spansShown } from '../../../src/routes/(public)/check/spans';
import { readTurn } from '../../../src/routes/(public)/check/turn';

/** A page as the browser posts it. */
function posted(
	step: string,
	to: string,
	carried: CheckValues | string,
	typed: Record<string, string | string[]> = {}
) {
	const form = new FormData();
	form.set('step', step);
	form.set('to', to);
	form.set('carried', typeof carried === 'string' ? carried : writeCarried(carried));
	for (const [name, value] of Object.entries(typed)) for (const text of [value].flat()) form.append(name, text);
	return readTurn(form);
}

describe('what a page carries', () => {
	it('comes back as it was written', () => {
		const values = { 'birthDate-1': ['1986-05-14'], earlier: ['squatted', 'unpaidArrears'], isee: ['è "così"'] };
		expect(readCarried(writeCarried(values))).toEqual(values);
		expect(readCarried('')).toEqual({});
	});

	it.each([
		['not JSON', '{'],
		['of another version', '{"format":"check/0","values":{}}'],
		['no texts', '{"format":"check/1","values":{"isee":[1]}}'],
		['no lists', '{"format":"check/1","values":{"isee":"1"}}'],
		['a name that no page has', '{"format":"check/1","values":{"../x":["1"]}}'],
		['a long text', writeCarried({ isee: ['1'.repeat(201)] })],
		['too long', writeCarried(Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`a-${n}`, ['1'.repeat(30)]])))],
		['nothing', 'null']
	])('is refused when it is %s', (_, text) => {
		expect(readCarried(text)).toBeNull();
	});
});

describe('a turn of the check', () => {
	it('goes on, and back, with everything that was typed, right or wrong', () => {
		const carried = { 'birthDate-1': ['1986-05-14'] };
		const typed = { isee: 'duemila' };
		expect(posted('income', 'next', carried, typed)).toEqual({
			from: 'income',
			to: 'circumstances',
			values: { ...carried, isee: ['duemila'] },
			problem: null
		});
		expect(posted('income', 'back', carried, typed)).toMatchObject({ to: 'home', values: { isee: ['duemila'] } });
		expect(posted('result', 'home', { ...carried, kind: ['none'] })).toMatchObject({
			to: 'home',
			values: { ...carried, kind: ['none'] }
		});
	});

	it('a row that another person gets keeps nothing that was said of the one before', () => {
		const carried = { 'birthDate-1': ['1986-05-14'], 'relation-2': ['parent'], 'birthDate-2': ['1940-02-02'] };
		const said = { ...carried, 'percent-2': ['100'], 'disability-2': ['serious'], 'percent-1': ['40'] };
		const you = { 'birthDate-1': '1986-05-14', 'relation-2': 'child' };
		const other = posted('household', 'next', said, { ...you, 'birthDate-2': '2026-11-20' }).values;
		expect(Object.keys(other).sort()).toEqual(['birthDate-1', 'birthDate-2', 'percent-1', 'relation-2']);
		const corrected = posted('household', 'next', said, { ...you, 'birthDate-2': '1940-02-02' }).values;
		expect(corrected).toMatchObject({ 'percent-2': ['100'], 'disability-2': ['serious'] });
	});

	it('one more row of earlier residence loses nothing, up to six, and goes with no person', () => {
		const carried = { 'birthDate-1': ['1986-05-14'], 'birthDate-2': [''], 'relation-2': ['child'] };
		const typed = { 'spanPlace-2': 'region', 'spanFrom-2': '2001-02-03', spans: '2' };
		const { to, values } = posted('residence', 'add-span', carried, typed);
		expect([to, spansShown(values), values['spanFrom-2']]).toEqual(['residence', 3, ['2001-02-03']]);
		expect(spansShown(posted('residence', 'add-span', carried, { ...typed, spans: '6' }).values)).toBe(6);
		expect(spansShown({ spans: ['many'] })).toBe(1);
		const without = posted('household', 'remove-person-2', values, { 'birthDate-1': '1986-05-14' }).values;
		expect([rowsOf(values), rowsOf(without), without['spanPlace-2']]).toEqual([[1, 2], [1], ['region']]);
	});

	it('an unticked box is unticked, and the boxes of other pages stay', () => {
		const carried = { earlier: ['squatted'], emergency: ['violence'] };
		expect(posted('income', 'next', carried).values).toEqual({ emergency: ['violence'] });
	});

	it('takes only the fields of its own page', () => {
		expect(posted('home', 'next', {}, { isee: '1', kind: 'none', notice: 'x' }).values).toEqual({ kind: ['none'] });
	});

	it('adds people up to a limit, and takes one away with all that was told of them', () => {
		const two = posted('household', 'add-person', {}, { 'birthDate-1': '1986-05-14' });
		expect([two.to, rowsOf(two.values)]).toEqual(['household', [1, 2]]);
		const told = { 'percent-2': ['100'], 'disability-2': ['serious'], 'percent-3': ['50'] };
		const typed = { 'birthDate-1': '1986-05-14', 'birthDate-2': '2010-01-01', 'birthDate-3': '2011-01-01' };
		const without = posted('household', 'remove-person-2', told, typed);
		expect(without.values).toEqual({
			'birthDate-1': ['1986-05-14'],
			'birthDate-3': ['2011-01-01'],
			'percent-3': ['50']
		});
		expect(rowsOf(posted('household', 'remove-person-1', {}, typed).values)).toEqual([1, 2, 3]);
		const full = Object.fromEntries(Array.from({ length: MOST_PEOPLE }, (_, n) => [`birthDate-${n + 1}`, '']));
		expect(rowsOf(posted('household', 'add-person', {}, full).values)).toHaveLength(MOST_PEOPLE);
	});

	it('keeps what this page asked where the rest cannot be read, and says so', () => {
		expect(posted('home', 'next', '{"old":1}', { kind: 'none' })).toEqual({
			from: 'home',
			to: 'home',
			values: { kind: ['none'] },
			problem: 'unreadable'
		});
	});

	it.each(['', 'nowhere', '__proto__'])('a step called %j is the first', (step) => {
		expect(posted(step, 'nowhere', {})).toMatchObject({ from: 'household', to: 'residence', problem: null });
	});
});
