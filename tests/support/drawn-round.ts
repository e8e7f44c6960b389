import fc from 'fast-check';
import type { Round } from '../../src/lib/domain/allocation/round';
import type { DrawnShare, LabelledDwelling } from '../../src/lib/domain/allocation/set-aside-rule';
import { drawPlan, planSetAsides, type SetAsidePlan } from '../../src/lib/domain/notice/set-aside-plan';
import { CATEGORIES } from './random-round';

const LISTS = ['aler', 'comune'];
const SHARES = ['indigent', 'violence', 'young'] as const;

const aDwelling = fc.record({
	list: fc.constantFrom(...LISTS),
	sizeClass: fc.integer({ min: 1, max: 3 }),
	zone: fc.constantFrom('1', '2'),
	areaDm2: fc.integer({ min: 3000, max: 9000 }),
	accessible: fc.integer({ min: 0, max: 9 }).map((die) => die === 0)
});

const aShare = fc.record({
	category: fc.constantFrom(...SHARES),
	share: fc.integer({ min: 0, max: 4000 }),
	rounding: fc.constantFrom('up' as const, 'half-up' as const)
});

/** A plan of one to forty dwellings in two lists, with up to three shares; that for the young may be said. */
export const aPlan: fc.Arbitrary<SetAsidePlan> = fc
	.record({
		rows: fc.array(aDwelling, { minLength: 1, maxLength: 40, size: 'max' }),
		shares: fc.uniqueArray(aShare, { selector: ({ category }) => category, maxLength: 3 })
	})
	.map(({ rows, shares }) => {
		const dwellings = rows.map((row, i): LabelledDwelling => ({ id: `u${i}`, ...row }));
		const drawn = shares.map((share): DrawnShare => ({ ...share, hidden: share.category !== 'young' }));
		const accessibleFor = ['wheelchair', 'reduced-mobility'];
		return planSetAsides(dwellings, { notice: 'n', earlierPublicNumber: 'c0ffee', shares: drawn, accessibleFor });
	});

export const aSecret = fc
	.uint8Array({ minLength: 32, maxLength: 32 })
	.map((bytes) => Buffer.from(bytes).toString('hex'));

/** The round of a notice with that plan, its set-asides drawn with a secret. */
export function roundOfPlan(plan: SetAsidePlan, secret: string, applications: Round['applications']): Round {
	const labels = drawPlan(plan, secret);
	const dwellings = plan.dwellings.map(({ id, list }) => {
		const setAside = labels.get(id)!;
		return { id, list, ...(setAside.length > 0 && { setAside }) };
	});
	return { format: 'round/1', notice: 'n', beacon: 'beac07', dwellings, applications };
}

/** Households that ask for some of a plan's dwellings. */
export const householdsOf = (plan: SetAsidePlan): fc.Arbitrary<Round['applications']> =>
	fc
		.array(
			fc.record({
				choices: fc.shuffledSubarray(
					plan.dwellings.map(({ id }) => id),
					{ minLength: 1, maxLength: Math.min(4, plan.dwellings.length) }
				),
				categories: fc.uniqueArray(fc.constantFrom(...CATEGORIES, ...SHARES), { maxLength: 2 }),
				keys: fc.nat(2)
			}),
			{ minLength: 1, maxLength: 8 }
		)
		.map((rows) =>
			rows.map(({ keys, ...row }, i) => ({ id: `h${i}`, ...row, keys: { comune: [keys], aler: [keys] } }))
		);
