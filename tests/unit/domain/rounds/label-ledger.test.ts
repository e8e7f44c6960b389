import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runRound } from '$lib/domain/allocation/run-round';
import type { Round } from '$lib/domain/allocation/round';
import { labelLedger, publicLedger, type LabelLine } from '$lib/domain/rounds/label-ledger';
import { aRound } from '../../../support/random-round';

const round: Round = {
	format: 'round/1',
	notice: 'n',
	beacon: '07',
	dwellings: [
		{ id: 'ramp', list: 'comune', setAside: ['wheelchair', 'reduced-mobility'] },
		{ id: 'lift', list: 'comune', setAside: ['wheelchair', 'reduced-mobility'] },
		{ id: 'step', list: 'comune', setAside: ['wheelchair', 'reduced-mobility'] },
		{ id: 'poor', list: 'aler', setAside: ['indigent'] },
		{ id: 'open', list: 'aler' }
	],
	applications: [
		{ id: 'A', choices: ['ramp'], categories: ['wheelchair', 'reduced-mobility'], keys: { comune: [1] } },
		{ id: 'B', choices: ['lift'], categories: ['reduced-mobility'], keys: { comune: [1] } },
		{ id: 'C', choices: ['step', 'open'], keys: { comune: [9], aler: [9] } }
	]
};

test('per list and label: used by the first category, by the next, fallen back to everybody, or vacant', () => {
	expect(labelLedger(round, runRound(round, '00'))).toEqual([
		{ list: 'aler', categories: ['indigent'], homes: 1, used: [0], fallenBack: 0, vacant: 1 },
		{ list: 'comune', categories: ['wheelchair', 'reduced-mobility'], homes: 3, used: [1, 1], fallenBack: 1, vacant: 0 }
	]);
});

test('every labelled place is used, fallen back or vacant, whatever the round', () => {
	fc.assert(
		fc.property(aRound, (any) => {
			// Lots of the largest number would not add up exactly.
			fc.pre(any.dwellings.every(({ capacity = 1 }) => capacity < 1_000_000));
			for (const { homes, used, fallenBack, vacant } of labelLedger(any, runRound(any, '00'))) {
				expect(used.reduce((sum, count) => sum + count, fallenBack + vacant)).toBe(homes);
			}
		})
	);
});

const line = (used: number[], fallenBack: number, vacant = 0): LabelLine => ({
	list: 'comune',
	categories: ['wheelchair', 'reduced-mobility'],
	homes: used.reduce((sum, count) => sum + count, fallenBack + vacant),
	used,
	fallenBack,
	vacant
});

test('in public the counts stand only where four households are behind each; over all lists together', () => {
	const shown = (...lines: LabelLine[]) => publicLedger(lines)[0]!.reached;
	expect(shown(line([4, 0], 4))).toEqual({ used: 4, fallenBack: 4 });
	expect(shown(line([3, 1], 4))).toEqual({ used: 4, fallenBack: 4 });
	expect(shown(line([3, 0], 4))).toBeNull();
	expect(shown(line([10, 0], 3))).toBeNull();
	// "All used" would reveal of each holder that it belongs to the category.
	expect(shown(line([10, 0], 0))).toBeNull();
	expect(shown(line([2, 0], 2), { ...line([2, 0], 2), list: 'aler' })).toEqual({ used: 4, fallenBack: 4 });
	expect(publicLedger([line([1, 0], 1, 2)])).toEqual([
		{ categories: ['wheelchair', 'reduced-mobility'], homes: 4, vacant: 2, reached: null }
	]);
});
