import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Round } from '../../../../src/lib/domain/allocation/round';
import { proofText, type HouseholdProof } from '../../../../src/lib/domain/publication/household-proof';
import { verifyProof } from '../../../../src/lib/domain/publication/verify-proof';
import { runs } from '../../../support/runs';
import { aRankedRound, aSealedVersion, SECRETS } from '../../../support/sealed-version';

const taking = (round: Round) => round.applications.filter(({ withdrawn }) => !withdrawn);
const findingsOf = (file: string, statement: string) =>
	verifyProof(file, statement).checks.map(({ finding }) => finding);
const ALL_SAME = ['same', 'same', 'same', 'same'];

/** A round that houses somebody, with one household of it. */
const aHouseholdOf = aRankedRound.filter((round) => taking(round).length > 1);

/** Every value inside plain data, by its path. */
function* placesIn(value: unknown, path: (string | number)[] = []): Generator<(string | number)[]> {
	if (typeof value !== 'object' || value === null) yield path;
	else for (const [key, inner] of Object.entries(value)) yield* placesIn(inner, [...path, key]);
}

/** The same data with one value changed to another of its kind. */
function changedAt(data: unknown, [key, ...rest]: (string | number)[]): unknown {
	if (key === undefined) {
		if (typeof data === 'number') return data + 1;
		if (typeof data === 'boolean') return !data;
		if (data === null) return 1;
		return /^[0-9a-f]+$/.test(data as string)
			? (data as string).replace(/.$/, (last) => (last === '0' ? '1' : '0'))
			: `${data as string}x`;
	}
	const copy = (Array.isArray(data) ? [...(data as unknown[])] : { ...(data as object) }) as Record<string, unknown>;
	copy[key] = changedAt(copy[key], rest);
	return copy;
}

describe('a household’s proof file', () => {
	test('shows every household its own outcome, and that nobody behind it got a home it wanted more', () => {
		fc.assert(
			fc.property(aRankedRound, (round) => {
				const version = aSealedVersion(round);
				const held = new Map(version.outcome.assignments.map((one) => [one.application, one]));
				for (const application of taking(round)) {
					const checked = verifyProof(proofText(version.proofOf(application)), version.statement);
					expect(checked.checks.map(({ finding }) => finding)).toEqual(ALL_SAME);
					const mine = checked.dwellings.filter(({ finding }) => finding === 'held');
					const own = held.get(application.id);
					expect(mine.map(({ dwelling, position }) => [dwelling, position])).toEqual(
						own ? [[own.dwelling, own.place]] : []
					);
					expect(checked.dwellings.map(({ dwelling }) => dwelling)).toEqual(application.choices);
				}
			}),
			runs(60)
		);
	});

	test('holds the pseudonym of nobody else', () => {
		fc.assert(
			fc.property(aHouseholdOf, (round) => {
				const version = aSealedVersion(round);
				const [application, ...others] = taking(round);
				const texts = new Set<unknown>();
				const proof = version.proofOf(application!);
				for (const path of placesIn(proof)) texts.add(path.reduce<unknown>((data, key) => (data as never)[key], proof));
				for (const { id } of others) expect(texts.has(id)).toBe(false);
			}),
			runs(60)
		);
	});

	test('fails when any single value of it is changed', () => {
		fc.assert(
			fc.property(aHouseholdOf, fc.nat(), (round, number) => {
				const { proofOf, statement } = aSealedVersion(round);
				const applications = taking(round);
				const proof = proofOf(applications[number % applications.length]!);
				for (const path of placesIn(proof)) {
					// Where the row stands among the receipts says nothing: that it leads to their root does.
					if (/^receipt,path,(index|size)$/.test(path.join())) continue;
					const file = JSON.stringify(changedAt(proof, path));
					expect(findingsOf(file, statement), `${path.join('.')} of ${proofText(proof)}`).toContain('different');
				}
			}),
			runs(25)
		);
	});

	test('fails under the statement of any version with another order or another holder', () => {
		let changed = 0;
		fc.assert(
			fc.property(aHouseholdOf, fc.nat(), fc.nat(), (round, one, two) => {
				const { proofOf, statement } = aSealedVersion(round);
				const applications = taking(round);
				const [mine, other] = [applications[one % applications.length]!, applications[two % applications.length]!];
				const points = round.applications.map((row) =>
					row.id === other.id ? { ...row, keys: { comune: [9, 9], aler: [9, 9] } } : row
				);
				const forged = aSealedVersion({ ...round, applications: points });
				const same = (id: string) => rootOf(forged.statement, id) === rootOf(statement, id);
				fc.pre(!mine.choices.every(same));
				changed += 1;
				expect(findingsOf(proofText(proofOf(mine)), forged.statement)).toContain('different');
				expect(findingsOf(proofText(forged.proofOf(mine)), statement)).toContain('different');
			}),
			runs(40)
		);
		expect(changed).toBeGreaterThan(0);
	});

	test('two files that contradict each other are never both right', () => {
		fc.assert(
			fc.property(aHouseholdOf, aHouseholdOf, (round, other) => {
				const [here, there] = [aSealedVersion(round), aSealedVersion({ ...other, notice: round.notice })];
				for (const mine of taking(round)) {
					for (const theirs of taking(other)) {
						const [a, b] = [here.proofOf(mine), there.proofOf(theirs)];
						if (!contradict(a, b)) continue;
						const right = [a, b].filter((proof) => !findingsOf(proofText(proof), here.statement).includes('different'));
						expect(right).not.toHaveLength(2);
					}
				}
			}),
			runs(25)
		);
	});

	test('tells that a household was passed over, where a file says so of itself', () => {
		const round: Round = {
			format: 'round/1',
			notice: 'n',
			beacon: '00',
			dwellings: [{ id: 'u1', list: 'comune' }],
			applications: ['a', 'b'].map((id, i) => ({ id, choices: ['u1'], keys: { comune: [9 - i] } }))
		};
		const version = aSealedVersion(round);
		const proof = version.proofOf(round.applications[0]!);
		const [home] = proof.dwellings;
		const behind = { ...home!, head: { ...home!.head, holders: [{ position: 2, signed: false }] } };
		const checked = verifyProof(proofText({ ...proof, dwellings: [behind] }), version.statement);
		expect(checked.dwellings[0]!.finding).toBe('passed-over');
		expect(checked.checks.at(-1)).toEqual({ name: 'outcome', finding: 'different' });
		const free = { ...home!, head: { ...home!.head, holders: [] }, holders: [] };
		expect(verifyProof(proofText({ ...proof, dwellings: [free] }), version.statement).dwellings[0]!.finding).toBe(
			'passed-over'
		);
	});

	test('a home that the household declared and the file leaves out is missed', () => {
		fc.assert(
			fc.property(aHouseholdOf, (round) => {
				const { proofOf, statement } = aSealedVersion(round);
				const proof = proofOf(taking(round)[0]!);
				const file = proofText({ ...proof, dwellings: proof.dwellings.slice(1) });
				expect(findingsOf(file, statement)).toContain('different');
			}),
			runs(25)
		);
	});

	test('another secret gives other roots for the same order: a root cannot be guessed', () => {
		fc.assert(
			fc.property(aHouseholdOf, (round) => {
				const [one, two] = [aSealedVersion(round), aSealedVersion(round, 'ab'.repeat(32))];
				expect(one.publication).toBe(two.publication);
				for (const { id } of round.dwellings) expect(rootOf(one.statement, id)).not.toBe(rootOf(two.statement, id));
				expect(SECRETS.round).not.toBe('ab'.repeat(32));
			}),
			runs(25)
		);
	});

	test.each(['', '{}', '[]', 'null', '{"format":"household-proof/1"}', 'x'.repeat(1000)])(
		'reads nothing in %j',
		(file) => {
			expect(findingsOf(file, aSealedVersion(fc.sample(aRankedRound, 1)[0]!).statement)).not.toContain('same');
		}
	);
});

const rootOf = (statement: string, id: string) => new RegExp(`^order ([0-9a-f]{64}) ${id}$`, 'm').exec(statement)?.[1];

/** Whether two files say something else of the same dwelling. */
function contradict(a: HouseholdProof, b: HouseholdProof): boolean {
	return a.dwellings.some((mine) => {
		const theirs = b.dwellings.find(({ dwelling }) => dwelling === mine.dwelling);
		if (!theirs) return false;
		const holders = (one: typeof mine) => JSON.stringify([one.head.places, one.head.holders]);
		const taken = mine.own?.position === theirs.own?.position && a.pseudonym !== b.pseudonym && mine.own !== null;
		return holders(mine) !== holders(theirs) || taken;
	});
}
