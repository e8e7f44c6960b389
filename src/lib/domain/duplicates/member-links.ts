import { blocksOf, pairKey } from './blocks';
import { isMixed, linksOf, type Link } from './links';
import type { ToldPeople } from './told-people';

/** A request with more people is no household, and would cost the square of their number. */
const LARGEST = 40;

/**
 * People with the same birth date who live with the same person. `roots`: for each person the one that stands for all their
 * tellings so far. A birth date that two people of one request have tells neither of them.
 */
export function memberLinks(told: ToldPeople, roots: Int32Array): Link[] {
	const { person, request, born } = told.places;
	const shared = sharedRoots(told, roots);
	const persons: number[] = [];
	const keys: number[] = [];
	for (const places of requestsOf(request)) {
		if (places.length > LARGEST) continue;
		const known = [...new Set(places.map((place) => roots[person[place]!]!))].filter((root) => shared.has(root));
		if (known.length === 0) continue;
		for (const place of places) {
			if (places.some((other) => other !== place && born[other] === born[place])) continue;
			const one = person[place]!;
			for (const root of known)
				if (root !== roots[one]) {
					persons.push(one);
					keys.push(pairKey(root + 1, born[place]!));
				}
		}
	}
	const blocks = blocksOf(keys.length, (item) => keys[item]!);
	return linksOf('members', blocks, (item) => persons[item]!, told);
}

/** Those who stand for the tellings of two accounts or more. */
function sharedRoots({ teller, count }: ToldPeople, roots: Int32Array): ReadonlySet<number> {
	const shared = new Set<number>();
	for (let person = 0; person < count; person++)
		if (isMixed([roots[person]!, person], teller)) shared.add(roots[person]!);
	return shared;
}

/** The places of each request. */
function* requestsOf(request: Int32Array): Generator<readonly number[]> {
	const { start, items } = blocksOf(request.length, (place) => request[place]! + 1);
	for (let block = 1; block + 1 < start.length; block++) yield [...items.subarray(start[block], start[block + 1])];
}
