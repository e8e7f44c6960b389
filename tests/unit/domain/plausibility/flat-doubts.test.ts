import { expect, it } from 'vitest';
import { doubtsOf, rangeOf, own } from '$lib/domain/plausibility/doubt';
import { flatDoubts, flatRules, newFlatDoubts, type FlatFacts } from '$lib/domain/plausibility/flat-rules';
import { peopleRules } from '$lib/domain/plausibility/people-rules';
import { answerRules } from '$lib/domain/plausibility/answer-rules';
import { flatDoubtText } from '$lib/words/doubts/flat-doubt-text';

const today = '2026-11-22';
const flat: FlatFacts = {
	netAreaDm2: 60_00,
	cadastralAreaDm2: 72_00,
	rooms: 3,
	floor: 2,
	floors: 6,
	rentCents: 480_00
};

it.each<[string, FlatFacts, string[]]>([
	['nothing odd', {}, []],
	['nothing known', { netAreaDm2: null, rooms: null, floor: null, floors: undefined, rentCents: null }, []],
	['an area of 0', { netAreaDm2: 0 }, ['netAreaDm2-none']],
	['an area of 19.99 m2', { netAreaDm2: 19_99, rooms: 1 }, ['netAreaDm2-low']],
	['an area of 45,500 m2', { cadastralAreaDm2: 45_500_00 }, ['cadastralAreaDm2-over']],
	['an area of 300 m2', { cadastralAreaDm2: 300_00 }, ['cadastralAreaDm2-high']],
	['floor 59 of 6', { floor: 59 }, ['floor-above-roof']],
	['the top floor', { floor: 6 }, []],
	['net above gross', { netAreaDm2: 90_00, cadastralAreaDm2: 60_00 }, ['net-above-gross']],
	['net as gross', { netAreaDm2: 60_00, cadastralAreaDm2: 60_00 }, []],
	['30 rooms in 28 m2', { netAreaDm2: 28_00, rooms: 30 }, ['rooms-high', 'rooms-too-small']],
	['3 rooms in 27 m2', { netAreaDm2: 27_00 }, []],
	['a rent of one cent', { rentCents: 1 }, ['rentCents-none']],
	['a rent of 19.99', { rentCents: 19_99 }, ['rentCents-low']],
	['a rent of 20', { rentCents: 20_00 }, []],
	['a rent of 48,000', { rentCents: 48_000_00 }, ['rentCents-high']],
	['built next year', { builtYear: 2027 }, ['built-later']],
	['measured in 1900', { measuredOn: '1900-01-01' }, ['measuredOn-early']],
	['works of 1900', { works_started: '1900-01-01' }, ['works_started-early']],
	['free in 9999', { availableFrom: '9999-12-31' }, ['available-far']],
	['free since 1900', { availableFrom: '1900-01-01' }, ['available-past']],
	['a contract of 99 years', { years: 99 }, ['years-high']]
])('%s', (_, changes, expected) => {
	const doubts = flatDoubts({ ...flat, ...changes }, today);
	expect(doubts.map(({ rule }) => rule)).toEqual(expected);
	for (const doubt of doubts) expect(flatDoubtText(doubt)).not.toMatch(/undefined|NaN|Invalid/);
});

it('a change is asked only about what it brings', () => {
	const odd = { ...flat, floor: 59 };
	expect(newFlatDoubts(odd, { ...odd, rentCents: 500_00 }, today, [])).toEqual([]);
	expect(newFlatDoubts(odd, { ...odd, floor: 58 }, today, []).map(({ rule }) => rule)).toEqual(['floor-above-roof']);
	expect(newFlatDoubts(flat, { ...flat, rooms: 30 }, today, []).map(({ rule }) => rule)).toEqual([
		'rooms-high',
		'rooms-too-small'
	]);
});

it('a range asks and refuses at its limits, exactly', () => {
	const rules = rangeOf('rooms', { ask: { least: 2, most: 8 }, refuse: { least: 1, most: 10 } }, own('a test'));
	const found = (rooms: number) => doubtsOf(rules, { rooms }, today).map(({ rule }) => rule);
	expect([0, 1, 2, 8, 9, 10, 11].map(found)).toEqual([
		['rooms-none'],
		['rooms-low'],
		[],
		[],
		['rooms-high'],
		['rooms-high'],
		['rooms-over']
	]);
});

it('every rule names its source, and no two have the same name', () => {
	for (const rules of [flatRules, [...peopleRules, ...answerRules]]) {
		expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
		for (const { source } of rules) expect(source.text.length).toBeGreaterThan(10);
	}
});
