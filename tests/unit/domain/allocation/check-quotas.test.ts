import { describe, expect, it } from 'vitest';
import { checkRound } from '$lib/domain/allocation/check-round';
import type { Quota, Round, RoundDwelling } from '$lib/domain/allocation/round';

const quota = (category: string): Quota => ({ kind: 'ceiling', category, places: 1 });
const rounds = (quotas: Quota[], ...dwellings: Omit<RoundDwelling, 'id'>[]): Round => ({
	format: 'round/1',
	notice: 'n',
	beacon: '00',
	dwellings: dwellings.map((row, i) => ({ id: `u${i}`, ...row })),
	applications: [],
	quotas
});
const [L, M] = [{ list: 'l' }, { list: 'm' }];
const instead =
	'set dwellings aside for the category instead (setAside), chosen before applications open: quotas by count across' +
	' lists, or beside set-asides and explicit orders, make households lose by telling the truth or by having more points';

describe('quotas by count', () => {
	it('are fair over one list of plain dwellings, and over none', () => {
		expect(checkRound(rounds([quota('x'), quota('y')], L, L))).toBeNull();
		expect(checkRound(rounds([quota('x')]))).toBeNull();
	});

	it('are not looked at where there are none', () => {
		expect(checkRound(rounds([], L, M, { ...L, order: [] }, { ...L, setAside: ['x'], exclusive: true }))).toBeNull();
	});

	it.each([
		['two of a category', rounds([quota('x'), quota('y'), quota('y'), quota('x')], L), 'quotas[2].category', 'second'],
		['another list', rounds([quota('x')], L, L, M, L), 'dwellings[2].list', 'lists'],
		['a set-aside', rounds([quota('x')], L, { ...L, setAside: ['x'], order: [] }), 'dwellings[1].setAside', 'beside'],
		['an order', rounds([quota('x')], L, L, { ...L, order: [] }), 'dwellings[2].order', 'beside']
	])('are refused beside %s', (_, round, place, why) => {
		const reason = {
			second: 'a second quota for "y", at most one a category',
			lists: `list "m" beside "l" in a round with quotas; ${instead}`,
			beside: `not allowed in a round with quotas; ${instead}`
		}[why];
		expect(checkRound(round)).toEqual({ place, reason });
	});
});
