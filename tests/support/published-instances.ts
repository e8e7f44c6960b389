import { readFileSync } from 'node:fs';
import type { Round } from '../../src/lib/domain/allocation/round';

export interface Instance {
	readonly id: string;
	readonly source: string;
	readonly problem: Round;
	/** Dwelling -> its holders in the stable outcome that is best for the applicants. */
	readonly expected: Readonly<Record<string, readonly string[]>>;
	/** How many outcomes are stable, if the source says so. */
	readonly stable?: number;
}

const file = new URL('./data/round-instances.json', import.meta.url);
const { instances } = JSON.parse(readFileSync(file, 'utf8')) as { instances: Instance[] };

type Lists = Readonly<Record<string, string>>;
const split = (names: string) => names.split(' ').filter(Boolean);

/** Builds an instance from lists of names, best first. `*2` after a name is a lot of two places. */
function instance(id: string, source: string, applicants: Lists, dwellings: Lists, expected: Lists, stable?: number) {
	const places = (name: string) => Number(name.split('*')[1] ?? 1);
	const problem: Round = {
		format: 'round/1',
		notice: id,
		beacon: '00',
		dwellings: Object.entries(dwellings).map(([name, order]) => {
			return { id: name.split('*')[0]!, list: 'all', capacity: places(name), order: split(order) };
		}),
		applications: Object.entries(applicants).map(([name, choices]) => ({ id: name, choices: split(choices) }))
	};
	const held = Object.fromEntries(Object.entries(expected).map(([name, holders]) => [name, split(holders)]));
	return { id, source, problem, expected: held, stable };
}

const literature: readonly Instance[] = [
	instance(
		'gale-shapley-1',
		'Gale and Shapley 1962, College admissions and the stability of marriage, Example 1',
		{ alpha: 'A B C', beta: 'B C A', gamma: 'C A B' },
		{ A: 'beta gamma alpha', B: 'gamma alpha beta', C: 'alpha beta gamma' },
		{ A: 'alpha', B: 'beta', C: 'gamma' },
		3
	),
	instance(
		'gale-shapley-2',
		'Gale and Shapley 1962, Example 2: one stable set of marriages',
		{ alpha: 'A B C D', beta: 'A D C B', gamma: 'B A C D', delta: 'D B C A' },
		{
			A: 'delta gamma alpha beta',
			B: 'beta delta alpha gamma',
			C: 'delta alpha beta gamma',
			D: 'gamma beta alpha delta'
		},
		{ A: 'gamma', B: 'delta', C: 'alpha', D: 'beta' },
		1
	),
	instance(
		'knuth-4',
		'Knuth 1976, Mariages stables: four by four with ten stable outcomes',
		{ a: 'A B C D', b: 'B A D C', c: 'C D A B', d: 'D C B A' },
		{ A: 'd c b a', B: 'c d a b', C: 'b a d c', D: 'a b c d' },
		{ A: 'a', B: 'b', C: 'c', D: 'd' },
		10
	),
	instance(
		'roth-1985',
		'Roth 1985, The college admissions problem is not equivalent to the marriage problem; Roth and Sotomayor 1990, 5.3',
		{ s1: 'c3 c1 c2', s2: 'c2 c1 c3', s3: 'c1 c3 c2', s4: 'c1 c2 c3' },
		{ 'c1*2': 's1 s2 s3 s4', c2: 's1 s2 s3 s4', c3: 's3 s1 s2 s4' },
		{ c1: 's3 s4', c2: 's2', c3: 's1' },
		1
	),
	instance(
		'abdulkadiroglu-sonmez-1',
		'Abdulkadiroglu and Sonmez 2003, School choice: a mechanism design approach, Example 1',
		{ i1: 's2 s1 s3', i2: 's1 s2 s3', i3: 's1 s2 s3' },
		{ s1: 'i1 i3 i2', s2: 'i2 i1 i3', s3: 'i2 i1 i3' },
		{ s1: 'i1', s2: 'i2', s3: 'i3' },
		1
	)
];

export const published: readonly Instance[] = [...instances, ...literature];

/** The holders of each dwelling that has any, sorted. */
export function holdersOf(assignments: readonly { readonly application: string; readonly dwelling: string }[]) {
	const holders: Record<string, string[]> = {};
	for (const { application, dwelling } of assignments) (holders[dwelling] ??= []).push(application);
	return sortedHolders(holders);
}

export const sortedHolders = (holders: Instance['expected']) =>
	Object.fromEntries(Object.entries(holders).map(([dwelling, ids]) => [dwelling, ids.toSorted()]));
