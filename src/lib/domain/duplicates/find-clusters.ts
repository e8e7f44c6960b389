import { accountLinks } from './account-links';
import { DisjointSets } from './disjoint-sets';
import type { Evidence, EvidenceKind } from './evidence';
import { isSettled } from './is-settled';
import { codeLinks, nameLinks, phoneLinks, type Link } from './links';
import { memberLinks } from './member-links';
import type { Decided, ToldPeople } from './told-people';

/**
 * People who may be one, told by two accounts or more in live requests. `people`: something links each of them to another.
 * `phone`: a number alone, which a family or the desk of an association shares. `evidence`: of each person.
 */
export type Cluster = {
	readonly kind: 'people' | 'phone';
	readonly persons: readonly number[];
	readonly evidence: readonly Evidence[];
};

/**
 * The clusters about which not all is decided, in the order of their first person. The time grows nearly as the number of people and
 * places: those with an equal key are joined as a star. What nobody told links nobody: two people without a code are not the
 * same, and neither are two without a name.
 */
export function findClusters(told: ToldPeople): Cluster[] {
	const sets = new DisjointSets(told.count);
	joinLinks(sets, accountLinks(told));
	const entries = sets.snapshot();
	const own = groupsOf(entries).map((persons) => ({ kind: 'account' as const, persons }));
	const alike = joinLinks(sets, [...codeLinks(told), ...nameLinks(told)]);
	const members = joinLinks(sets, memberLinks(told, sets.snapshot()));
	const roots = sets.snapshot();
	const phones = phoneLinks(told);
	const across = phones.filter(({ persons }) => persons.some((one) => roots[one] !== roots[persons[0]!]));
	const isOpen = openClusters(told, entries);
	const people = groupsOf(roots).map((persons) => ({ kind: 'people' as const, persons }));
	const byPhone = across.map(({ persons }) => ({ kind: 'phone' as const, persons: persons.toSorted((a, b) => a - b) }));
	const clusters = [...people, ...byPhone].filter(({ persons }) => isOpen(persons));
	const evidence = evidenceOf(told.count, [...own, ...alike, ...members, ...phones]);
	return clusters
		.map(({ kind, persons }) => ({ kind, persons, evidence: evidence(persons) }))
		.toSorted((a, b) => a.persons[0]! - b.persons[0]!);
}

function joinLinks<One extends Pick<Link, 'persons'>>(sets: DisjointSets, links: readonly One[]): readonly One[] {
	for (const { persons } of links) sets.joinAll(persons);
	return links;
}

/** The sets of two people or more, each in ascending order. */
function groupsOf(roots: Int32Array): number[][] {
	const groups = new Map<number, number[]>();
	roots.forEach((root, person) => {
		const group = groups.get(root);
		if (group) group.push(person);
		else groups.set(root, [person]);
	});
	return [...groups.values()].filter((persons) => persons.length > 1);
}

/** Whether people are of two accounts with live requests, and not all is decided about them. */
function openClusters({ count, teller, places, decided }: ToldPeople, entries: Int32Array) {
	const live = new Uint8Array(count);
	places.person.forEach((person, place) => (live[person]! |= places.live[place]!));
	const byPerson = new Map<number, Decided<number>[]>();
	for (const decision of decided)
		for (const person of decision.persons) {
			const known = byPerson.get(person);
			if (known) known.push(decision);
			else byPerson.set(person, [decision]);
		}
	return (persons: readonly number[]): boolean => {
		const tellers = new Set(persons.filter((one) => live[one]).map((one) => teller[one]));
		if (tellers.size < 2) return false;
		const about = [...new Set(persons.flatMap((one) => byPerson.get(one) ?? []))];
		return !isSettled(persons, (one) => entries[one], about);
	};
}

/** What links people of a cluster to each other: of each person, by kind, the numbers of the links. */
function evidenceOf(count: number, links: readonly Link[]) {
	const ofPerson: number[][] = Array.from({ length: count });
	links.forEach(({ persons }, number) => {
		for (const person of persons) (ofPerson[person] ??= []).push(number);
	});
	return (cluster: readonly number[]): Evidence[] => {
		const inside = new Map<number, number>();
		for (const number of cluster.flatMap((person) => ofPerson[person] ?? []))
			inside.set(number, (inside.get(number) ?? 0) + 1);
		const numbers = new Map(
			[...inside].filter(([, people]) => people > 1).map(([number], index) => [number, index + 1])
		);
		return cluster.map((person) => {
			const found: Partial<Record<EvidenceKind, number[]>> = {};
			for (const number of ofPerson[person] ?? []) {
				const shown = numbers.get(number);
				if (shown !== undefined) (found[links[number]!.kind] ??= []).push(shown);
			}
			return found;
		});
	};
}
