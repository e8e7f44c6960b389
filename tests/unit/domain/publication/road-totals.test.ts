import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Round } from '../../../../src/lib/domain/allocation/round';
import { runRound } from '../../../../src/lib/domain/allocation/run-round';
import { roadTotals } from '../../../../src/lib/domain/publication/road-totals';

/** `aside` homes set aside, `used` of them by members; `open` homes for everybody. */
function aRound(aside: number, used: number, open: number): Round {
	const home = (id: string, setAside: string[]) => ({ id, list: 'comune', setAside });
	const row = (id: string, choice: string, categories: string[]) => ({
		id,
		choices: [choice],
		categories,
		keys: { comune: [] }
	});
	const count = (length: number) => Array.from({ length }, (_, i) => i);
	return {
		format: 'round/1',
		notice: 'n',
		beacon: '00',
		dwellings: [...count(aside).map((i) => home(`s${i}`, ['x'])), ...count(open).map((i) => home(`o${i}`, []))],
		applications: [
			...count(aside).map((i) => row(`a${i}`, `s${i}`, i < used ? ['x'] : [])),
			...count(open).map((i) => row(`b${i}`, `o${i}`, []))
		]
	};
}
const totals = (aside: number, used: number, open: number) => {
	const round = aRound(aside, used, open);
	return roadTotals(round, runRound(round, '00'));
};

describe('homes by road', () => {
	test('are counted where every figure is four or more', () =>
		expect(totals(9, 5, 6)).toEqual({ setAside: 5, open: 10 }));

	test.each([
		['few used', 9, 3, 6],
		['none used', 9, 0, 6],
		['few left to others, and so nearly every set-aside home tells of its holder', 9, 6, 6],
		['all used', 9, 9, 6],
		['few open', 3, 3, 20]
	])('are hidden, all of them, with %s', (_, aside, used, open) => expect(totals(aside, used, open)).toBeNull());

	test('are hidden where all set-aside homes that are not free went to their category, however many are free', () => {
		const round = aRound(9, 5, 6);
		const members = { ...round, applications: round.applications.filter(({ id }) => !/^a[5-8]$/.test(id)) };
		const result = runRound(members, '00');
		expect(result.vacant.map(({ dwelling }) => dwelling)).toEqual(['s5', 's6', 's7', 's8']);
		expect(roadTotals(members, result)).toBeNull();
	});

	test('no figure under four is shown, nor follows from the sum or from the number of set-asides', () => {
		fc.assert(
			fc.property(fc.nat(12), fc.nat(12), fc.nat(12), (aside, used, open) => {
				const shown = totals(aside, Math.min(aside, used), open);
				if (!shown) return;
				const figures = [...Object.values(shown), ...(aside > 0 ? [aside - shown.setAside!] : [])];
				for (const figure of figures) expect(figure).toBeGreaterThanOrEqual(4);
				expect(Object.values(shown).reduce((sum, figure) => sum + figure)).toBe(aside + open);
			})
		);
	});
});
