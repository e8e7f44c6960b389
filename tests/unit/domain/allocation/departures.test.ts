import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refuse } from '$lib/domain/allocation/refuse';
import type { Round } from '$lib/domain/allocation/round';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import { runRound } from '$lib/domain/allocation/run-round';
import { serializeResult } from '$lib/domain/allocation/serialize-result';
import { verifyResult } from '$lib/domain/allocation/verify-result';
import {
	active,
	held,
	heldIn,
	isStable,
	ordersOf,
	present,
	rank,
	withApplication
} from '../../../support/allocation-facts';
import { aRound, aTwoSidedRound } from '../../../support/random-round';
import { runs } from '../../../support/runs';

const lots = runs(300);

/** A round and up to three households of it, signed or not, that leave one after the other. */
const aRoundAndLeavers = fc
	.oneof({ weight: 2, arbitrary: aRound }, { weight: 1, arbitrary: aTwoSidedRound(6) })
	.filter((round) => present(round).length > 0)
	.chain((round) => {
		const ids = present(round).map(({ id }) => id);
		return fc.tuple(fc.constant(round), fc.shuffledSubarray(ids, { minLength: 1, maxLength: Math.min(3, ids.length) }));
	});

function leave(round: Round, result: RoundResult, id: string): RoundResult {
	const next = refuse(round, result, id);
	if (!next.ok) throw new Error(next.problem);
	return next.result;
}

/** The round as if these had never applied. */
const without = (round: Round, ids: readonly string[]): Round => ({
	...round,
	applications: round.applications.map((row) =>
		ids.includes(row.id) ? { ...row, frozen: undefined, withdrawn: true } : row
	)
});

describe('each departure', () => {
	it('is one chain that hurts no household and leaves a fair outcome; signed households stay', () => {
		fc.assert(
			fc.property(aRoundAndLeavers, ([round, leavers]) => {
				let before = runRound(round, '');
				leavers.forEach((leaver, i) => {
					const next = leave(round, before, leaver);
					const [old, now] = [heldIn(before), heldIn(next)];
					const left = without(round, leavers.slice(0, i + 1));
					for (const row of active(left)) expect(rank(row, now)).toBeLessThanOrEqual(rank(row, old));
					for (const { id, frozen } of left.applications) if (frozen !== undefined) expect(now.get(id)).toBe(frozen);
					expect(isStable(left, ordersOf(left), now)).toBe(true);
					expect(next.certificate).toMatchObject({ blockingPairs: 0, wasted: 0 });
					const moves = next.moves ?? [];
					moves.slice(1).forEach((move, m) => expect(move.to).toBe(moves[m]!.from));
					const changed = [...new Set([...old.keys(), ...now.keys()])].filter((id) => old.get(id) !== now.get(id));
					// A household may move up twice in one chain.
					expect(changed.toSorted()).toEqual([...new Set(moves.map(({ application }) => application))].toSorted());
					before = next;
				});
			}),
			lots
		);
	});

	it('gives no household more than a whole new round would, and often just as much', () => {
		let [chains, different] = [0, 0];
		fc.assert(
			fc.property(aRoundAndLeavers, ([round, leavers]) => {
				const now = heldIn(leavers.reduce((result, id) => leave(round, result, id), runRound(round, '')));
				const again = without(round, leavers);
				const rerun = held(again);
				for (const row of active(again)) expect(rank(row, now)).toBeGreaterThanOrEqual(rank(row, rerun));
				chains++;
				if (active(again).some((row) => rank(row, now) !== rank(row, rerun))) different++;
			}),
			lots
		);
		console.info(`after departures, ${different} of ${chains} rounds differ from a whole new round`);
		expect(different).toBeLessThan(chains);
	});

	it('gives the present holders when the recorded moves are replayed', () => {
		fc.assert(
			fc.property(aRoundAndLeavers, ([round, leavers]) => {
				let result = runRound(round, '');
				const holding = new Map(heldIn(result));
				for (const leaver of leavers) {
					result = leave(round, result, leaver);
					for (const { application, from, to } of result.moves ?? []) {
						expect(holding.get(application) ?? null).toBe(from);
						if (to === null) holding.delete(application);
						else holding.set(application, to);
					}
				}
				expect(holding).toEqual(heldIn(result));
				expect(result.left).toEqual(leavers);
				const bytes = new TextEncoder().encode(serializeResult(result));
				expect(verifyResult(round, '', bytes)).toEqual({ same: true });
			}),
			lots
		);
	});
});

describe('a chain and a whole new round', () => {
	it('can differ: the new round may find a swap that the chain misses, because it moves as few households as possible', () => {
		const order = (...ids: string[]) => ids;
		const round: Round = {
			format: 'round/1',
			notice: 'n',
			beacon: '00',
			dwellings: [
				{ id: 'u1', list: 'l', order: order('b', 'c', 'a') },
				{ id: 'u2', list: 'l', order: order('a', 'b') }
			],
			applications: [
				{ id: 'a', choices: ['u1', 'u2'] },
				{ id: 'b', choices: ['u2', 'u1'] },
				{ id: 'c', choices: ['u1'] }
			]
		};
		const chain = heldIn(leave(round, runRound(round, ''), 'c'));
		const rerun = held(withApplication(round, { ...round.applications[2]!, withdrawn: true }));
		expect([chain.get('a'), chain.get('b')]).toEqual(['u2', 'u1']);
		expect([rerun.get('a'), rerun.get('b')]).toEqual(['u1', 'u2']);
	});
});

describe('a household that cannot leave', () => {
	const round: Round = {
		format: 'round/1',
		notice: 'n',
		beacon: '00',
		dwellings: [{ id: 'u', list: 'l' }],
		applications: [
			{ id: 'a', choices: ['u'], keys: { l: [2] } },
			{ id: 'b', choices: ['u'], keys: { l: [1] } },
			{ id: 'gone', choices: [], withdrawn: true }
		]
	};
	const honest = () => runRound(round, '');
	const afterA = () => leave(round, honest(), 'a');
	const quotas: Round = { ...round, quotas: [{ kind: 'ceiling', category: 'x', places: 1 }] };

	it.each([
		['unknown', 'x', honest, round, 'unknown-application'],
		['withdrawn', 'gone', honest, round, 'withdrawn-application'],
		['already gone', 'a', afterA, round, 'already-left'],
		['a result of other departures', 'b', () => ({ ...honest(), left: ['x'] }), round, 'result-of-another-round'],
		['a result of other holdings', 'b', () => ({ ...afterA(), left: [] }), round, 'result-of-another-round'],
		['quotas', 'a', honest, quotas, 'round-has-quotas']
	] as const)('%s', (_, id, result, of, problem) => {
		expect(refuse(of, result(), id)).toEqual({ ok: false, problem });
	});

	it('an unhoused household leaves and no household moves', () => {
		expect(leave(round, honest(), 'b')).toMatchObject({ left: ['b'], moves: [], unassigned: [] });
	});
});
