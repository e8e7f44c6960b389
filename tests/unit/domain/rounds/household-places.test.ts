import { expect, test } from 'vitest';
import type { Round, RoundApplication } from '$lib/domain/allocation/round';
import { runRound } from '$lib/domain/allocation/run-round';
import { nextRound, resultAfterDepartures } from '$lib/domain/rounds/after-departures';
import { openRound, placesOf } from '$lib/domain/rounds/household-places';

const asks = (
	id: string,
	points: number,
	choices: string[],
	more: Partial<RoundApplication> = {}
): RoundApplication => ({
	id,
	choices,
	keys: { comune: [points, 0] },
	...more
});

const round: Round = {
	format: 'round/1',
	notice: 'n',
	beacon: '07',
	dwellings: [
		{ id: 'ramp', list: 'comune', setAside: ['wheelchair'] },
		{ id: 'sun', list: 'comune' }
	],
	applications: [
		asks('A-1', 900, ['ramp', 'sun']),
		asks('A-2', 100, ['ramp'], { categories: ['wheelchair'] }),
		asks('A-3', 500, ['sun'])
	]
};

test('each household reads its own place for each home it chose, and the rule that decided, never a person', () => {
	const opened = openRound(round, runRound(round, '00'));
	expect(placesOf(opened, 'A-1')?.wishes).toEqual([
		{ dwelling: 'ramp', place: 2, of: 2, outcome: 'not-reached', holderPlace: 1, because: 'setAside' },
		{ dwelling: 'sun', place: 1, of: 2, outcome: 'held', holderPlace: null, because: null }
	]);
	expect(placesOf(opened, 'A-3')?.wishes).toEqual([
		{ dwelling: 'sun', place: 2, of: 2, outcome: 'not-reached', holderPlace: 1, because: 'key[0]' }
	]);
	expect(placesOf(opened, 'A-2')?.wishes[0]).toMatchObject({ outcome: 'held', place: 1 });
	expect(placesOf(opened, 'A-9')).toBeNull();
});

test('after a departure the places are compared with the present holder; the household that left is gone', () => {
	const next = nextRound(round, runRound(round, '00'), { signed: new Map([['A-2', 'ramp']]), struck: [] });
	const after = resultAfterDepartures(next, '00', ['A-1']);
	if (!after) throw new Error('nobody could leave');
	const opened = openRound(next, after);
	expect(placesOf(opened, 'A-1')?.gone).toBe(true);
	expect(placesOf(opened, 'A-3')?.wishes).toMatchObject([{ dwelling: 'sun', outcome: 'held' }]);
});

test('a household that signed stays, whatever becomes free; one that left before takes no part in the next version', () => {
	const signed = new Map([['A-3', 'sun']]);
	const left = { ...runRound(round, '00'), left: ['A-1'] };
	const next = nextRound(round, left, { signed, struck: [] });
	expect(next.applications).toMatchObject([
		{ id: 'A-1', withdrawn: true },
		{ id: 'A-2' },
		{ id: 'A-3', frozen: 'sun' }
	]);
});

test('a household that waits reads that the holder had the home before; everybody else reads the rule of the home', () => {
	const first: Round = {
		...round,
		dwellings: [
			{ id: 'sun', list: 'comune' },
			{ id: 'wood', list: 'comune' }
		],
		applications: [asks('A-1', 900, ['sun', 'wood']), asks('A-2', 500, ['wood']), asks('A-3', 100, ['wood'])]
	};
	const struck = [{ application: 'A-1', dwelling: 'sun' }];
	const next = nextRound(first, runRound(first, '00'), { signed: new Map(), struck });
	const opened = openRound(next, runRound(next, '00'));
	const why = (household: string) => placesOf(opened, household)?.wishes.map(({ because }) => because);
	expect(why('A-1')).toEqual(['kept']);
	expect(why('A-3')).toEqual(['key[0]']);
});
