import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeRound } from '$lib/domain/allocation/compute-round';
import type { Round } from '$lib/domain/allocation/round';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import { runRound } from '$lib/domain/allocation/run-round';
import { nextRound, resultAfterDepartures } from '$lib/domain/rounds/after-departures';
import type { Strike } from '$lib/domain/rounds/departures';
import { aRoundUpTo } from '../../../support/random-round';

/** The portal's rounds begin without explicit orders and without signed households. */
const aFirstRound = aRoundUpTo(5, 9, 3).map((round): Round => ({
	...round,
	dwellings: round.dwellings.map(({ order: _order, ...dwelling }) => dwelling),
	applications: round.applications.map(({ frozen: _frozen, ...application }) => application)
}));

/** One number for each holder and version: what the holder does with its home. */
const someAnswers = fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 9, maxLength: 9 }), {
	minLength: 1,
	maxLength: 4
});

const homesOf = ({ assignments }: RoundResult) =>
	new Map(assignments.map(({ application, dwelling }) => [application, dwelling]));

interface Step {
	readonly before: RoundResult;
	readonly round: Round;
	readonly result: RoundResult;
	readonly struck: readonly Strike[];
	readonly leaving: readonly string[];
}

/** Versions one after the other. Some holders leave, some refuse their home and wait, some sign. */
function play(first: Round, answers: readonly (readonly number[])[]): Step[] {
	const steps: Step[] = [];
	const signed = new Map<string, string>();
	let round = first;
	let result = runRound(first, '00');
	for (const version of answers) {
		const struck: Strike[] = [];
		const leaving: string[] = [];
		for (const [index, { application, dwelling }] of result.assignments.entries()) {
			if (signed.has(application)) continue;
			const answer = version[index % version.length];
			if (answer === 0) leaving.push(application);
			if (answer === 1 || answer === 2) struck.push({ application, dwelling });
			if (answer === 3) signed.set(application, dwelling);
		}
		const next = nextRound(round, result, { signed, struck });
		const after = resultAfterDepartures(next, '00', leaving);
		if (!after) throw new Error('somebody could not leave');
		steps.push({ before: result, round: next, result: after, struck, leaving });
		[round, result] = [next, after];
	}
	return steps;
}

const forEachStep = (check: (step: Step) => void) =>
	fc.assert(
		fc.property(aFirstRound, someAnswers, (first, answers) => play(first, answers).forEach(check)),
		{ numRuns: 150 }
	);

test('a household that stays keeps its home or gets one it prefers, whichever others refused, left or wait', () => {
	forEachStep(({ before, round, result, struck, leaving }) => {
		const now = homesOf(result);
		const chose = new Map(round.applications.map(({ id, choices }) => [id, choices]));
		const moved = new Set([...struck.map(({ application }) => application), ...leaving]);
		for (const { application, dwelling } of before.assignments) {
			if (moved.has(application)) continue;
			const home = now.get(application);
			const choices = chose.get(application)!;
			expect(home, application).toBeDefined();
			if (home !== dwelling) expect(choices.indexOf(home!)).toBeLessThan(choices.indexOf(dwelling));
		}
	});
});

test('a refused home is never given to its household again; one that left is in no version after', () => {
	const refused = new Set<string>();
	forEachStep(({ result, struck, leaving }) => {
		refused.clear();
		for (const { application, dwelling } of struck) refused.add(`${application} ${dwelling}`);
		for (const { application, dwelling } of result.assignments) {
			expect(refused.has(`${application} ${dwelling}`)).toBe(false);
			expect(leaving).not.toContain(application);
		}
	});
});

test('a home that falls free goes by its true order, to a household that waits as to any other', () => {
	forEachStep(({ before, round, result }) => {
		const plain = computeRound({ ...round, dwellings: round.dwellings.map(({ order: _order, ...rest }) => rest) });
		const { market, orders } = plain;
		const now = homesOf(result);
		const was = homesOf(before);
		const signed = new Set(round.applications.filter(({ frozen }) => frozen !== undefined).map(({ id }) => id));
		const left = new Set(result.left);
		const free = new Set(result.vacant.map(({ dwelling }) => dwelling));
		market.dwellings.forEach((dwelling, d) => {
			const order = Array.from(orders.applications.slice(orders.start[d], orders.start[d + 1]));
			order.forEach((application, place) => {
				const id = market.applications[application]!;
				if (signed.has(id) || left.has(id)) return;
				const { choices } = round.applications.find((one) => one.id === id)!;
				const held = now.get(id);
				if (held !== undefined && choices.indexOf(held) <= choices.indexOf(dwelling)) return;
				// It prefers this one: it is not free, and its holder comes before or held it already.
				expect(free.has(dwelling), `${dwelling} is free and ${id} wants it`).toBe(false);
				for (const later of order.slice(place + 1).map((one) => market.applications[one]!)) {
					if (now.get(later) === dwelling && !signed.has(later)) expect(was.get(later)).toBe(dwelling);
				}
			});
		});
	});
});

test('no household is passed over under the published orders, and without refusals no order is written', () => {
	forEachStep(({ result }) => expect(result.certificate).toMatchObject({ blockingPairs: 0, wasted: 0 }));
	const withoutStrikes = someAnswers.map((all) => all.map((one) => one.map((answer) => (answer % 3 ? 3 : answer))));
	fc.assert(
		fc.property(aFirstRound, withoutStrikes, (first, answers) => {
			for (const { round } of play(first, answers)) expect(round.dwellings.every(({ order }) => !order)).toBe(true);
		})
	);
});

const two: Round = {
	format: 'round/1',
	notice: 'n',
	beacon: '07',
	dwellings: [
		{ id: 'sun', list: 'comune' },
		{ id: 'wood', list: 'comune' }
	],
	applications: [
		{ id: 'A-1', choices: ['sun', 'wood'], keys: { comune: [9] } },
		{ id: 'A-2', choices: ['wood', 'sun'], keys: { comune: [5] } },
		{ id: 'A-3', choices: ['sun', 'wood'], keys: { comune: [1] } }
	]
};

test('a household that refused with reason waits: it displaces no holder, and the next vacancy is its own', () => {
	const first = runRound(two, '00');
	const strike = { application: 'A-1', dwelling: 'sun' };
	const second = nextRound(two, first, { signed: new Map(), struck: [strike] });
	const afterRefusal = runRound(second, '00');
	// A-1 has more points than A-2, but displaces no household.
	expect(Object.fromEntries(homesOf(afterRefusal))).toEqual({ 'A-2': 'wood', 'A-3': 'sun' });
	const third = nextRound(second, afterRefusal, { signed: new Map(), struck: [] });
	const afterVacancy = resultAfterDepartures(third, '00', ['A-2'])!;
	// A-3 does not prefer wood to sun. A-1 does, and has the better place.
	expect(Object.fromEntries(homesOf(afterVacancy))).toEqual({ 'A-1': 'wood', 'A-3': 'sun' });
});
