import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Round } from '../../../../src/lib/domain/allocation/round';
import { planText, type SetAsidePlan } from '../../../../src/lib/domain/notice/set-aside-plan';
import { openSetAsides } from '../../../../src/lib/domain/publication/sealed-round';
import { verifySealed } from '../../../../src/lib/domain/publication/verify-sealed';
import { aPlan, aSecret, householdsOf, roundOfPlan } from '../../../support/drawn-round';
import { runs } from '../../../support/runs';
import { aSealedVersion, SECRETS } from '../../../support/sealed-version';

const seal = (round: Round, plan: SetAsidePlan, secret: string) => {
	const version = aSealedVersion(round, SECRETS.round, openSetAsides(plan, secret));
	return { ...version, plan: planText(plan) };
};
type Sealed = ReturnType<typeof seal>;
const failed = (opened: Sealed) =>
	verifySealed(opened).flatMap(({ name, finding }) => (finding === 'same' ? [] : [name]));

const aNotice = aPlan.chain((plan) =>
	fc.record({ plan: fc.constant(plan), secret: aSecret, other: aSecret, households: householdsOf(plan) })
);

describe('set-asides drawn with a secret', () => {
	test('are verified by whoever opens the version: they follow from the published plan and the secret', () => {
		fc.assert(
			fc.property(aNotice, ({ plan, secret, households }) => {
				expect(failed(seal(roundOfPlan(plan, secret, households), plan, secret))).toEqual([]);
			}),
			runs(40)
		);
	});

	test('that somebody chose are found, even where everything else was made from them', () => {
		let chosen = 0;
		fc.assert(
			fc.property(aNotice, ({ plan, secret, other, households }) => {
				const round = roundOfPlan(plan, secret, households);
				const [drawn, wished] = [openSetAsides(plan, secret), openSetAsides(plan, other)];
				fc.pre(JSON.stringify(drawn.labels) !== JSON.stringify(wished.labels));
				chosen += 1;
				const version = aSealedVersion(round, SECRETS.round, { ...wished, labels: drawn.labels });
				expect(failed({ ...version, plan: planText(plan) })).toEqual(['drawn']);
			}),
			runs(40)
		);
		expect(chosen).toBeGreaterThan(0);
	});

	test('under another plan, without one, or with a home that it does not have, are not shown to be drawn', () => {
		fc.assert(
			fc.property(aNotice, ({ plan, secret, households }) => {
				const sealed = seal(roundOfPlan(plan, secret, households), plan, secret);
				const { plan: _none, ...without } = sealed;
				expect(failed({ ...without, plan: '' })).toEqual(['drawn']);
				const changed = planText({ ...plan, notice: 'm' });
				expect(failed({ ...sealed, plan: changed })).toEqual(['drawn']);
				const round = roundOfPlan(plan, secret, households);
				const more = { ...round, dwellings: [...round.dwellings, { id: 'added', list: 'comune' }] };
				expect(failed(seal(more, plan, secret))).toEqual(['drawn']);
			}),
			runs(40)
		);
	});

	test('of a notice that opened without a plan, nothing is shown', () => {
		const round = roundOfPlan(fc.sample(aPlan, 1)[0]!, '22'.repeat(32), []);
		const found = verifySealed(aSealedVersion(round));
		expect(found.find(({ name }) => name === 'drawn')!.finding).toBe('absent');
	});

	test('change nothing public: rounds with the same order, wishes and allocated homes have the same files and counts', () => {
		let compared = 0;
		fc.assert(
			fc.property(aNotice, aNotice, ({ plan, secret, other, households }, strangers) => {
				const traits = households.map((row, i) => {
					const categories = strangers.households[i % strangers.households.length]!.categories ?? [];
					return { ...row, categories };
				});
				const one = seal(roundOfPlan(plan, secret, households), plan, secret);
				const two = seal(roundOfPlan(plan, other, traits), plan, other);
				const vacant = ({ outcome }: Sealed) => JSON.stringify(outcome.vacant);
				fc.pre(vacant(one) === vacant(two));
				if (one.round !== two.round) compared += 1;
				expect([two.publication, two.plan]).toEqual([one.publication, one.plan]);
				expect(bare(two.statement)).toBe(bare(one.statement));
			}),
			runs(60)
		);
		expect(compared).toBeGreaterThan(0);
	});
});

/** A statement without its commitments and roots. */
const bare = (statement: string) =>
	statement.replaceAll(/^(round|result|set-asides|receipts|order) [0-9a-f]{64}/gm, '$1');
