import { describe, expect, test } from 'vitest';
import { energyClass, pastDay, words, yesOrNo } from '$lib/server/homes/dwellings/cells';
import { readDay } from '$lib/server/homes/dwellings/read-day';

const today = '2026-11-29';

describe('a day', () => {
	test.each([
		['31/12/2025', '2025-12-31'],
		['1.2.2026', '2026-02-01'],
		['2025-12-31', '2025-12-31'],
		['15/01/2026 00:00', '2026-01-15'],
		['15/01/2026 0.00.00', '2026-01-15'],
		['2026-01-15 00:00:00', '2026-01-15'],
		['2026-01-15T00:00:00.000Z', '2026-01-15'],
		['2026-01-15\u00a000:00', '2026-01-15'],
		['01/02/20', '2020-02-01'],
		['15-gen-2026', '2026-01-15'],
		['15 gennaio 2026', '2026-01-15'],
		['1° maggio 2026', '2026-05-01'],
		['15-Jan-26', '2026-01-15'],
		['3 ago. 2025', '2025-08-03'],
		['１５/０１/２０２６', '2026-01-15']
	])('%s', (text, day) => expect(readDay(text, today)).toBe(day));

	test.each([
		['01/02/58', 'short-year'],
		['31/02/2026', null],
		['2026-01-15 10:30', null],
		['44256', null],
		['gen-26', null],
		['01/15/2026', null],
		['15 foo 2026', null],
		['01/02/1899', null],
		['', null]
	])('%s is %s', (text, read) => expect(readDay(text, today)).toBe(read));

	test('to come is refused', () =>
		expect(pastDay(today)('30/11/2026', 'it')).toEqual({ ok: false, problem: 'cell-date-in-future' }));
});

test.each(['sì', 'SI', "SI'", 'Si’', 'si`', 'SÌ.', 'x', '1', '１', 'vero', 'Yes', 'si\u0300'])('%s is yes', (text) =>
	expect(yesOrNo(text, 'it')).toEqual({ ok: true, value: true })
);
test.each(['no', 'NO.', '0', 'falso'])('%s is no', (text) =>
	expect(yesOrNo(text, 'it')).toEqual({ ok: true, value: false })
);
test.each(['forse', '2', ''])('%j is neither', (text) => expect(yesOrNo(text, 'it').ok).toBe(false));

test.each(['D', 'd', 'classe D', ' D'])('energy class %s', (text) =>
	expect(energyClass(text, 'it')).toEqual({ ok: true, value: 'D' })
);

describe('an address', () => {
	test.each(['via Nicolò dell’Arca', 'Straße 3', 'улица Ленина', '中山路', 'شارع', 'می‌خواهم', 'क्‍ष'])('%s', (text) =>
		expect(words(80)(text, 'it').ok).toBe(true)
	);
	test.each([
		'via\nPadova',
		'via \u202egnitset\u202c',
		'via\u200bPadova',
		'via\u00adPadova',
		'\u3164',
		'\u2800',
		'via\u200f',
		'a\u2028b',
		'\u200d'
	])('%j is refused', (text) => expect(words(80)(text, 'it')).toEqual({ ok: false, problem: 'cell-invisible' }));
});
