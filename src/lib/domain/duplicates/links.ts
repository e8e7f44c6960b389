import { blocksOf, pairKey, sharedBlocks, type Blocks } from './blocks';
import type { EvidenceKind } from './evidence';
import type { ToldPeople } from './told-people';

/** People who share a key. A star, however many they are: nothing is kept for each two of them. */
export type Link = { readonly kind: EvidenceKind; readonly persons: readonly number[] };

/** People of two accounts or more with the same code or, but for the letters of an omocode, nearly the same. */
export function codeLinks(told: ToldPeople): Link[] {
	const byCode = blocksOf(told.count, (person) => told.keys.code[person]!);
	const byBase = blocksOf(told.count, (person) => told.keys.base[person]!);
	const differ = (persons: readonly number[]) => isMixed(persons, told.keys.code);
	return [
		...linksOf('code', byCode, (person) => person, told),
		...linksOf('omocode', byBase, (person) => person, told).filter(({ persons }) => differ(persons))
	];
}

/** People of two accounts or more with the same birth date and the same name, or one that another spelling makes of it. */
export function nameLinks(told: ToldPeople): Link[] {
	const { person, born } = told.places;
	const by = (keys: Int32Array) => blocksOf(born.length, (place) => pairKey(keys[person[place]!]!, born[place]!));
	const ofPlace = (place: number) => person[place]!;
	return [
		...linksOf('names', by(told.keys.letters), ofPlace, told),
		...linksOf('sound', by(told.keys.sound), ofPlace, told).filter(({ persons }) => isMixed(persons, told.keys.letters))
	];
}

export const phoneLinks = (told: ToldPeople): Link[] =>
	linksOf(
		'phone',
		blocksOf(told.count, (person) => told.keys.phone[person]!),
		(person) => person,
		told
	);

/** The blocks with people of two accounts or more: what one account repeats is no evidence. */
export function linksOf(
	kind: EvidenceKind,
	blocks: Blocks,
	personOf: (item: number) => number,
	told: ToldPeople
): Link[] {
	const links: Link[] = [];
	for (const items of sharedBlocks(blocks)) {
		const persons = [...new Set(Array.from(items, personOf))];
		if (isMixed(persons, told.teller)) links.push({ kind, persons });
	}
	return links;
}

/** Whether a column says more than one thing of these people. */
export const isMixed = (persons: readonly number[], column: ArrayLike<number>): boolean =>
	persons.some((one) => column[one] !== column[persons[0]!]);
