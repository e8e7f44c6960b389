import { expect, test } from 'vitest';
import { vacancyChains } from '$lib/domain/rounds/vacancy-chains';

const move = (application: string, from: string | null, to: string | null) => ({
	application,
	from,
	to,
	gone: to === null
});
const left = (application: string, dwelling: string) => ({ application, dwelling, how: 'left' as const });

test('each vacancy is followed from home to home, in order, until no household wants the last one or it houses one', () => {
	const changed = [
		move('A', 'sun', null),
		move('B', 'wood', 'sun'),
		move('C', 'river', 'wood'),
		move('D', null, 'hill'),
		move('E', 'hill', null),
		move('F', 'lake', 'sea')
	];
	const { chains, others } = vacancyChains(changed, [left('A', 'sun'), left('E', 'hill'), left('G', 'moon')]);
	expect(chains.map(({ moves }) => moves.map(({ application }) => application))).toEqual([['B', 'C'], ['D'], []]);
	expect(others.map(({ application }) => application)).toEqual(['F']);
});

test('a household that refused one home and gets another is in both chains, in one as the household that moves', () => {
	const changed = [move('A', 'sun', 'wood'), move('B', 'wood', null), move('C', null, 'sun')];
	const refused = { application: 'A', dwelling: 'sun', how: 'refused' as const };
	const { chains, others } = vacancyChains(changed, [refused, left('B', 'wood')]);
	expect(chains.map(({ moves }) => moves.map(({ application }) => application))).toEqual([['C'], ['A']]);
	expect(others).toEqual([]);
});
