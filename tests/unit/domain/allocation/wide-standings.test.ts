import { expect, it } from 'vitest';
import type { Round } from '$lib/domain/allocation/round';
import { runRound } from '$lib/domain/allocation/run-round';

it('more tiers times households than 32 bits count: the tier still comes before the points', () => {
	const categories = Array.from({ length: 45_000 }, (_, i) => `c${i}`);
	const bystanders = Array.from({ length: 50_000 }, (_, i) => ({ id: `h${i}`, choices: [] }));
	const round: Round = {
		format: 'round/1',
		notice: 'n',
		beacon: '00',
		dwellings: [
			{ id: 'u', list: 'l', setAside: categories },
			{ id: 'v', list: 'l', capacity: 2 }
		],
		applications: [
			...bystanders,
			{ id: 'none', choices: ['u', 'v'], keys: { l: [9] } },
			{ id: 'last', choices: ['v', 'u'], keys: { l: [1] }, categories: ['c44999'] },
			{ id: 'before', choices: ['u', 'v'], keys: { l: [1] }, categories: ['c44998'] },
			{ id: 'rich', choices: ['v'], keys: { l: [8] } }
		]
	};
	const result = runRound(round, '', { explain: true });
	expect(result.assignments).toEqual([
		{ application: 'before', dwelling: 'u', place: 1, through: 'setAside' },
		{ application: 'none', dwelling: 'v', place: 1, through: 'open' },
		{ application: 'rich', dwelling: 'v', place: 2, through: 'open' }
	]);
	expect(result.certificate).toMatchObject({ blockingPairs: 0, wasted: 0 });
	expect(result.explanations?.slice(0, 2)).toEqual([
		{ application: 'last', dwelling: 'v', place: expect.any(Number) as number, holderPlace: 2, because: 'key[0]' },
		{ application: 'last', dwelling: 'u', place: 2, holderPlace: 1, because: 'setAside' }
	]);
});
