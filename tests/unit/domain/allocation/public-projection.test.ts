import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRound } from '$lib/domain/allocation/check-round';
import { publicProjection } from '$lib/domain/allocation/public-projection';
import { runRound } from '$lib/domain/allocation/run-round';
import { aRound, aRoundWithQuotas } from '../../../support/random-round';
import { runs } from '../../../support/runs';

describe('the public projection', () => {
	it.each([
		['without quotas', aRound],
		['with quotas', aRoundWithQuotas]
	])('gives the same assignments and vacancies: %s', (_, rounds) => {
		fc.assert(
			fc.property(rounds, (round) => {
				const projection = publicProjection(round);
				const [whole, open] = [runRound(round, ''), runRound(projection, '')];
				const held = (result: typeof whole) =>
					result.assignments.map(({ application, dwelling, place }) => {
						return round.quotas ? { application, dwelling } : { application, dwelling, place };
					});
				expect(checkRound(projection)).toBeNull();
				expect(held(open)).toEqual(held(whole));
				expect(open.vacant).toEqual(whole.vacant);
				expect(open.unassigned).toEqual(whole.unassigned);
				expect(open.certificate).toMatchObject({ blockingPairs: 0, wasted: 0 });
			}),
			runs(200)
		);
	});

	it('holds nothing but ids, lists, capacities, orders, choices and where somebody signed', () => {
		fc.assert(
			fc.property(fc.oneof(aRound, aRoundWithQuotas), (round) => {
				const { dwellings, applications, ...rest } = publicProjection(round);
				const members = (rows: readonly object[]) => new Set(rows.flatMap((row) => Object.keys(row)));
				expect(Object.keys(rest)).toEqual(['format', 'notice', 'beacon']);
				for (const member of members(dwellings)) expect(['id', 'list', 'capacity', 'order']).toContain(member);
				for (const member of members(applications)) expect(['id', 'choices', 'frozen']).toContain(member);
			}),
			runs(100)
		);
	});

	it('drops households that left', () => {
		const round = {
			format: 'round/1',
			notice: 'n',
			beacon: '00',
			dwellings: [{ id: 'u', list: 'l' }],
			applications: ['a', 'b'].map((id) => ({ id, choices: ['u'], keys: { l: [] } }))
		} as const;
		const projection = publicProjection(round, { left: ['a'] });
		expect(projection.dwellings[0]?.order).toEqual(['b']);
		expect(projection.applications.map(({ id }) => id)).toEqual(['b']);
	});

	it('with quotas orders households by when they chose, without those that only a ceiling passed over', () => {
		const row = (id: string, points: number, choices: string[], ...categories: string[]) => {
			return { id, choices, categories, keys: { l: [points] } };
		};
		const projection = publicProjection({
			format: 'round/1',
			notice: 'n',
			beacon: '00',
			dwellings: [
				{ id: 'u1', list: 'l' },
				{ id: 'u2', list: 'l', capacity: 2 }
			],
			applications: [
				row('a', 9, ['u1']),
				row('b', 8, ['u1', 'u2'], 'x'),
				row('c', 7, ['u2'], 'y'),
				row('d', 6, ['u2'], 'y'),
				row('e', 5, ['u1'], 'y')
			],
			quotas: [
				{ kind: 'guarantee', category: 'x', places: 1 },
				{ kind: 'ceiling', category: 'y', places: 1 }
			]
		});
		expect(projection.dwellings.map(({ order }) => order)).toEqual([
			['b', 'a', 'e'],
			['b', 'c']
		]);
		expect(projection.dwellings.map(({ capacity }) => capacity)).toEqual([undefined, 2]);
	});
});
