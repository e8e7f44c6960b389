import { expect, test } from 'vitest';
import { byDate, byWhat, type Observation } from '$lib/domain/programme/observation';

const dated = (...dates: (string | null)[]) => dates.map((asOf) => ({ asOf }));
const seen = (what: string, value: number, asOf: string | null): Observation => ({
	...{ what, name: { it: what, en: what }, unit: 'number', value, rounded: false, asOf },
	...{ source: 's', certainty: 'press', note: null }
});

test('a year comes before its months and a figure without a date comes last', () => {
	expect(byDate(dated(null, '2018-06-05', '2018', '2018-06'))).toEqual(dated('2018', '2018-06', '2018-06-05', null));
});

test('contradictions stand side by side and none is dropped', () => {
	const given = [seen('spaces', 15, null), seen('money', 3, '2020'), seen('spaces', 9, '2018')];
	expect(byWhat(given).map((group) => group.map(({ value }) => value))).toEqual([[9, 15], [3]]);
});
