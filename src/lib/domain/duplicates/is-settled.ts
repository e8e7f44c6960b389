import { DisjointSets } from './disjoint-sets';
import type { Decided } from './told-people';

/** More groups than this are settled by one decision about all of them. */
const MOST_IN_PAIRS = 60;

/**
 * Whether decisions say of each two of these people that they are one person or two. `entryOf`: what one account told more
 * than once is one entry.
 */
export function isSettled<Person>(
	persons: readonly Person[],
	entryOf: (person: Person) => unknown,
	decided: readonly Decided<Person>[]
): boolean {
	const at = new Map(persons.map((person, index) => [person, index]));
	const sets = new DisjointSets(persons.length);
	const entries = new Map<unknown, number>();
	for (const [person, index] of at) {
		const entry = entryOf(person);
		sets.join(index, entries.get(entry) ?? index);
		entries.set(entry, index);
	}
	const within = decided.map(({ outcome, persons: all }) => ({
		outcome,
		members: all.flatMap((one) => at.get(one) ?? [])
	}));
	for (const { outcome, members } of within) if (outcome === 'same') sets.joinAll(members);
	const groups = new Set(sets.snapshot());
	if (groups.size < 2) return true;
	const apart = within
		.filter(({ outcome }) => outcome === 'apart')
		.map(({ members }) => new Set(members.map((one) => sets.find(one))));
	return apart.some(({ size }) => size === groups.size) || eachTwoApart([...groups], apart);
}

const eachTwoApart = (groups: readonly number[], apart: readonly ReadonlySet<number>[]): boolean =>
	groups.length <= MOST_IN_PAIRS &&
	groups.every((one, index) =>
		groups.slice(index + 1).every((other) => apart.some((set) => set.has(one) && set.has(other)))
	);
