import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankApplications } from '$lib/domain/ranking/rank-applications';
import { runs } from '../../../support/runs';

const draw = { notice: 'avviso-1', beacon: 'c0ffee' };
const ticket = (id: string) =>
	createHmac('sha256', Buffer.from(draw.beacon, 'hex')).update(`${draw.notice}|${id}`).digest().readBigUInt64BE();

describe('the order of a list', () => {
	const applications = [
		{ id: 'c', keys: [1000, 400] },
		{ id: 'a', keys: [1200, 100] },
		{ id: 'b', keys: [1000, 500] },
		{ id: 'd', keys: [1000, 400] }
	];

	it('goes by points, then by each tie-breaker, and says which one decided', () => {
		const [first, second, third] = rankApplications(applications, draw);
		expect(first).toEqual({ id: 'a', place: 1, sharedBy: 1, behindBy: null });
		expect(second).toEqual({ id: 'b', place: 2, sharedBy: 1, behindBy: 'key[0]' });
		expect(third).toMatchObject({ place: 3, sharedBy: 1, behindBy: 'key[1]' });
	});

	it('leaves equal keys to the public draw, never to the time of arrival', () => {
		const drawn = ticket('c') < ticket('d') ? ['c', 'd'] : ['d', 'c'];
		const ranked = rankApplications(applications, draw);
		expect(ranked.slice(2).map(({ id }) => id)).toEqual(drawn);
		expect(ranked[3]?.behindBy).toBe('ticket');
		expect(rankApplications(applications.toReversed(), draw)).toEqual(ranked);
	});

	it('shares a place while the draw is not known', () => {
		expect(rankApplications(applications, null).slice(2)).toEqual([
			{ id: 'c', place: 3, sharedBy: 2, behindBy: 'key[1]' },
			{ id: 'd', place: 3, sharedBy: 2, behindBy: null }
		]);
	});

	it('of no household is empty', () => {
		expect(rankApplications([], draw)).toEqual([]);
	});

	it('is that of a plain comparison, for any keys', () => {
		const extremes = fc.constantFrom(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, -1, 0, 2 ** 31, 2 ** 32);
		const key = fc.oneof(fc.integer({ min: -2, max: 2 }), extremes, fc.maxSafeInteger());
		const rows = fc
			.integer({ min: 0, max: 4 })
			.chain((width) =>
				fc.array(fc.array(key, { minLength: width, maxLength: width }), { maxLength: 200, size: 'max' })
			);
		fc.assert(
			fc.property(rows, (keys) => {
				const list = keys.map((row, i) => ({ id: `h${i}`, keys: row }));
				const expected = list.toSorted((a, b) => {
					const at = a.keys.findIndex((value, i) => value !== b.keys[i]);
					if (at >= 0) return (a.keys[at] as number) > (b.keys[at] as number) ? -1 : 1;
					return ticket(a.id) < ticket(b.id) ? -1 : 1;
				});
				expect(rankApplications(list, draw).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
			}),
			runs(150)
		);
	});
});
