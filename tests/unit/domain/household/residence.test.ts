import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeDays } from '$lib/domain/household/age';
import type { ResidenceSpan } from '$lib/domain/household/fact-parts';
import { residenceSince } from '$lib/domain/household/residence';

const today = '2026-11-22';
const span = (from: string, to: string, place: ResidenceSpan['place'] = 'region') => ({ place, from, to });
const since = (regionSince: string | null, earlierResidence: ResidenceSpan[], counting: 'unbroken' | 'total') =>
	residenceSince({ regionSince, municipalitySince: null, earlierResidence }, 'region', counting, today);

describe('residence with gaps', () => {
	it.each([
		['none before', '2020-01-01', [], '2020-01-01'],
		['a gap of one day', '2020-01-01', [span('2010-01-01', '2019-12-30')], '2020-01-01'],
		['no gap', '2020-01-01', [span('2010-01-01', '2019-12-31')], '2010-01-01'],
		[
			'spans that overlap',
			'2020-01-01',
			[span('2015-01-01', '2020-06-30'), span('2010-02-28', '2016-01-01')],
			'2010-02-28'
		],
		['one within another', '2010-01-01', [span('2012-01-01', '2013-01-01')], '2010-01-01'],
		['gone since yesterday', null, [span('2010-01-01', '2026-11-21')], null],
		['back to front', '2020-01-01', [span('2019-12-31', '2010-01-01')], '2020-01-01']
	])('unbroken, %s', (_, now, before, expected) => {
		expect(since(now, before, 'unbroken')).toBe(expected);
	});

	it.each([
		['a gap of a year', '2020-01-01', [span('2018-01-01', '2018-12-31')], '2019-01-01'],
		[
			'the same year twice',
			'2020-01-01',
			[span('2018-01-01', '2018-12-31'), span('2018-03-01', '2018-09-01')],
			'2019-01-01'
		],
		['a leap year', '2022-01-01', [span('2016-01-01', '2016-12-31')], '2020-12-31'],
		['gone, but lived here a day', null, [span('2010-05-05', '2010-05-05')], today],
		['a day to come does not count', null, [span('2026-11-22', '2030-01-01')], today],
		['nothing', null, [span('2027-01-01', '2030-01-01')], null]
	])('in total, %s', (_, now, before, expected) => {
		expect(since(now, before, 'total')).toBe(expected);
	});

	it('years in the municipality count for the region, not the other way', () => {
		const declared = {
			regionSince: '2020-01-01',
			municipalitySince: '2020-01-01',
			earlierResidence: [span('2010-01-01', '2019-12-31', 'municipality'), span('2000-01-01', '2009-12-31')]
		};
		expect(residenceSince(declared, 'region', 'unbroken', today)).toBe('2000-01-01');
		expect(residenceSince(declared, 'municipality', 'unbroken', today)).toBe('2010-01-01');
	});

	it('agrees with counting the days one by one, in any order', () => {
		const DAY = 86_400_000;
		const start = Date.parse('2026-09-01');
		const day = (offset: number) => new Date(start + offset * DAY).toISOString().slice(0, 10);
		const last = (Date.parse(today) - start) / DAY;
		const some = fc.tuple(fc.nat(last), fc.nat(last + 5)).map(([from, to]) => ({ from, to }));
		fc.assert(
			fc.property(fc.array(some, { maxLength: 6 }), fc.option(fc.nat(last)), (spans, now) => {
				const lived = new Set<number>();
				for (const { from, to } of spans) for (let at = from; at <= Math.min(to, last); at++) lived.add(at);
				if (now !== null) for (let at = now; at <= last; at++) lived.add(at);
				let unbroken = 0;
				while (lived.has(last - unbroken)) unbroken++;
				const before = spans.map(({ from, to }) => span(day(from), day(to)));
				const days = (from: string | null) => (from === null ? 0 : wholeDays(from, today) + 1);
				const at = now === null ? null : day(now);
				fc.pre(before.length > 0);
				expect(days(since(at, before, 'total'))).toBe(lived.size);
				expect(days(since(at, before, 'unbroken'))).toBe(unbroken);
				expect(since(at, before.toReversed(), 'unbroken')).toBe(since(at, before, 'unbroken'));
			})
		);
	});
});
