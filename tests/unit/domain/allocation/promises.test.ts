import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refuse } from '$lib/domain/allocation/refuse';
import type { Round, RoundApplication } from '$lib/domain/allocation/round';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import { runRound } from '$lib/domain/allocation/run-round';
import { naiveOrder } from '../../../support/naive-round';
import { aRound, aRoundUpTo } from '../../../support/random-round';

const runs = { numRuns: 500 };
type Held = ReadonlyMap<string, string>;

const heldIn = ({ assignments }: RoundResult): Held =>
	new Map(assignments.map(({ application, dwelling }) => [application, dwelling]));
const held = (round: Round) => heldIn(runRound(round, ''));

/** How far down its true choices a household ends: smaller is better, its length for nothing. */
function rank({ id, choices, frozen }: RoundApplication, outcome: Held): number {
	const dwelling = outcome.get(id);
	if (frozen !== undefined || dwelling === undefined) return choices.length;
	const index = choices.indexOf(dwelling);
	return index < 0 ? choices.length + 1 : index;
}

const active = ({ applications }: Round) => applications.filter((a) => !a.withdrawn && a.frozen === undefined);

const withApplication = (round: Round, changed: RoundApplication): Round => ({
	...round,
	applications: round.applications.map((row) => (row.id === changed.id ? changed : row))
});

/** A round and one household in it that takes part and has not signed. */
const aRoundAndHousehold = (rounds: fc.Arbitrary<Round>) =>
	rounds
		.filter((round) => active(round).length > 0)
		.chain((round) => fc.tuple(fc.constant(round), fc.constantFrom(...active(round))));

function isStable(round: Round, orders: ReadonlyMap<string, readonly string[]>, outcome: Held): boolean {
	const holders = (dwelling: string) => [...outcome].filter(([, d]) => d === dwelling).map(([id]) => id);
	const frozen = new Set(round.applications.flatMap(({ id, frozen: at }) => (at === undefined ? [] : [id])));
	return active(round).every((application) =>
		application.choices.slice(0, rank(application, outcome)).every((dwelling) => {
			const order = orders.get(dwelling) ?? [];
			if (!order.includes(application.id)) return true;
			const { capacity = 1 } = round.dwellings.find(({ id }) => id === dwelling)!;
			const all = holders(dwelling);
			return (
				all.length >= capacity && all.every((id) => frozen.has(id) || order.indexOf(id) < order.indexOf(application.id))
			);
		})
	);
}

/** Every way to house the active households within their acceptable choices and the places. */
function everyOutcome(round: Round, orders: ReadonlyMap<string, readonly string[]>): Held[] {
	const signed = new Map(round.applications.flatMap(({ id, frozen }) => (frozen ? [[id, frozen] as const] : [])));
	const extend = (outcomes: Map<string, string>[], { id, choices }: RoundApplication) =>
		outcomes.flatMap((outcome) => {
			const possible = choices.filter((dwelling) => {
				const { capacity = 1 } = round.dwellings.find((row) => row.id === dwelling)!;
				const taken = [...outcome.values()].filter((d) => d === dwelling).length;
				return orders.get(dwelling)?.includes(id) && taken < capacity;
			});
			return [outcome, ...possible.map((dwelling) => new Map(outcome).set(id, dwelling))];
		});
	return active(round).reduce(extend, [signed]);
}

describe('the allocation', () => {
	it('is feasible: places, choices, those who signed and those who withdrew', () => {
		fc.assert(
			fc.property(aRound, (round) => {
				const outcome = held(round);
				for (const { id, capacity = 1 } of round.dwellings) {
					expect([...outcome.values()].filter((d) => d === id).length).toBeLessThanOrEqual(capacity);
				}
				for (const { id, choices, frozen, withdrawn } of round.applications) {
					if (frozen !== undefined) expect(outcome.get(id)).toBe(frozen);
					else if (withdrawn) expect(outcome.has(id)).toBe(false);
					else if (outcome.has(id)) expect(choices).toContain(outcome.get(id));
				}
			}),
			runs
		);
	});

	it('is the stable outcome every household likes best, and the same households are housed in all of them', () => {
		fc.assert(
			fc.property(aRoundUpTo(3, 5), (round) => {
				const orders = new Map(round.dwellings.map((dwelling) => [dwelling.id, naiveOrder(round, dwelling)]));
				const ours = held(round);
				const stable = everyOutcome(round, orders).filter((outcome) => isStable(round, orders, outcome));
				expect(stable).toContainEqual(ours);
				for (const other of stable) {
					expect([...other.keys()].toSorted()).toEqual([...ours.keys()].toSorted());
					for (const row of active(round)) expect(rank(row, ours)).toBeLessThanOrEqual(rank(row, other));
				}
			}),
			runs
		);
	});

	it('cannot be gamed: no reordering and no dropping of choices helps', () => {
		const lists = (choices: readonly string[]): string[][] => [
			[],
			...choices.flatMap((first) => lists(choices.filter((id) => id !== first)).map((rest) => [first, ...rest]))
		];
		fc.assert(
			fc.property(aRoundAndHousehold(aRoundUpTo(4, 6)), ([round, household]) => {
				const truth = rank(household, held(round));
				for (const choices of lists(household.choices)) {
					const outcome = held(withApplication(round, { ...household, choices }));
					expect(rank(household, outcome)).toBeGreaterThanOrEqual(truth);
				}
			}),
			{ numRuns: 200 }
		);
	});

	it('never punishes more points or a category one truly belongs to', () => {
		const better = fc.tuple(aRoundAndHousehold(aRound), fc.constantFrom('very-poor', 'disabled', 'young', 'é'));
		fc.assert(
			fc.property(better, ([[round, household], category]) => {
				const truth = rank(household, held(round));
				const keys = Object.fromEntries(
					Object.entries(household.keys ?? {}).map(([list, values]) => {
						const raised = values.map((key, i) => (i === 0 ? Math.min(key + 1, Number.MAX_SAFE_INTEGER) : key));
						return [list, raised];
					})
				);
				const categories = [...new Set([...(household.categories ?? []), category])];
				for (const change of [{ keys }, { categories }]) {
					const outcome = held(withApplication(round, { ...household, ...change }));
					expect(rank(household, outcome)).toBeLessThanOrEqual(truth);
				}
			}),
			runs
		);
	});

	it('with one dwelling less helps nobody', () => {
		fc.assert(
			fc.property(aRound, fc.nat(), (round, draw) => {
				const free = round.dwellings.filter(({ id }) => round.applications.every(({ frozen }) => frozen !== id));
				if (free.length === 0) return;
				const gone = free[draw % free.length]!.id;
				const fewer = {
					...round,
					dwellings: round.dwellings.filter(({ id }) => id !== gone),
					applications: round.applications.map((row) => ({ ...row, choices: row.choices.filter((id) => id !== gone) }))
				};
				const [before, after] = [held(round), held(fewer)];
				for (const row of active(round)) expect(rank(row, after)).toBeGreaterThanOrEqual(rank(row, before));
			}),
			runs
		);
	});
});

describe('a refusal chain', () => {
	it('hurts nobody, moves nobody who signed, stays fair, is one chain, and gives no more than a new round would', () => {
		const present = ({ applications }: Round) => applications.filter(({ withdrawn }) => !withdrawn);
		const departures = aRound
			.filter((round) => present(round).length > 0)
			.chain((round) => fc.tuple(fc.constant(round), fc.constantFrom(...present(round))));
		fc.assert(
			fc.property(departures, ([round, leaver]) => {
				const before = runRound(round, '');
				const next = refuse(round, before, leaver.id);
				if (!next.ok) throw new Error(next.problem);
				const { moves = [], certificate } = next.result;
				const [old, now] = [heldIn(before), heldIn(next.result)];
				const rerun = held(withApplication(round, { ...leaver, frozen: undefined, withdrawn: true }));
				for (const row of active(round).filter(({ id }) => id !== leaver.id)) {
					expect(rank(row, now)).toBeLessThanOrEqual(rank(row, old));
					expect(rank(row, now)).toBeGreaterThanOrEqual(rank(row, rerun));
				}
				for (const { id, frozen } of round.applications) {
					if (frozen !== undefined && id !== leaver.id) expect(now.get(id)).toBe(frozen);
				}
				expect(certificate).toMatchObject({ blockingPairs: 0, wasted: 0 });
				moves.slice(1).forEach((move, i) => expect(move.to).toBe(moves[i]!.from));
				const changed = [...new Set([...old.keys(), ...now.keys()])].filter((id) => old.get(id) !== now.get(id));
				expect(changed.toSorted()).toEqual([...new Set(moves.map(({ application }) => application))].toSorted());
			}),
			runs
		);
	});
});
