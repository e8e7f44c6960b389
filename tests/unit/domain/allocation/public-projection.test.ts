import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRound } from '$lib/domain/allocation/check-round';
import { publicProjection } from '$lib/domain/allocation/public-projection';
import { runRound } from '$lib/domain/allocation/run-round';
import { aRound, aRoundWithQuotas } from '../../../support/random-round';
import { runs } from '../../../support/runs';

describe('the public projection', () => {
	it('gives the same assignments and vacancies, quotas or not', () => {
		fc.assert(
			fc.property(fc.oneof(aRound, aRoundWithQuotas), (round) => {
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

	it('drops those who left', () => {
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
});
