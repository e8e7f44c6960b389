import { blocksOf, pairKey, sharedBlocks } from './blocks';
import type { ToldPeople } from './told-people';

/**
 * The people of whom one account told in several requests: the same code, the same names and birth date, or a birth date that nobody
 * else has in these requests. Two people of one request stay two.
 */
export function accountLinks(told: ToldPeople): { readonly persons: readonly number[] }[] {
	const { person, request, born } = told.places;
	const places = born.length;
	const named = blocksOf(places, (place) => pairKey(told.keys.letters[person[place]!]!, born[place]!));
	const key = (of: (place: number) => number) =>
		blocksOf(places, (place) => pairKey(of(place), told.teller[person[place]!]!));
	const ways = [
		key((place) => told.keys.code[person[place]!]!),
		key((place) => named.of[place]!),
		key((place) => born[place]!)
	];
	return ways.flatMap((blocks) =>
		[...sharedBlocks(blocks)].flatMap((items) => {
			const persons = new Set(Array.from(items, (place) => person[place]!));
			const pairs = new Set(Array.from(items, (place) => pairKey(person[place]! + 1, request[place]! + 1)));
			const requests = new Set(Array.from(items, (place) => request[place]!));
			return persons.size > 1 && pairs.size === requests.size ? [{ persons: [...persons] }] : [];
		})
	);
}
