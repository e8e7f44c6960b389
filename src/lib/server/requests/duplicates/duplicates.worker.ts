import { findClusters, type Cluster } from '$lib/domain/duplicates/find-clusters';
import { keyKinds, type KeyKind } from '$lib/domain/duplicates/told-people';
import type { ToldColumns } from './read-told';

/** People of one part of the answer: the caller reads and writes a part at a time. */
const PART = 500;

/** Finds the clusters among columns; answers them as JSON in parts, because one large answer would be read in one long turn. */
export async function run({ keys, teller, person, request, born, live, decided }: ToldColumns): Promise<string[]> {
	const places = { person, request, born, live };
	const told = { count: teller.length, teller, keys: numbered(keys, teller.length), places, decided };
	const parts: string[] = [];
	let part: Cluster[] = [];
	let people = 0;
	for (const cluster of findClusters(told)) {
		part.push(cluster);
		people += cluster.persons.length;
		if (people < PART) continue;
		parts.push(JSON.stringify(part));
		[part, people] = [[], 0];
	}
	return part.length > 0 ? [...parts, JSON.stringify(part)] : parts;
}

/** A number for each key, from 1; 0 for what was not told. */
function numbered(parts: readonly string[], count: number): Record<KeyKind, Int32Array> {
	const columns = keyKinds.map(() => ({ numbers: new Map<string, number>(), column: new Int32Array(count) }));
	let person = 0;
	for (const part of parts)
		for (const line of part.split('\n')) {
			line.split(' ').forEach((key, kind) => {
				const { numbers, column } = columns[kind]!;
				if (key === '-') return;
				const number = numbers.get(key) ?? numbers.size + 1;
				numbers.set(key, number);
				column[person] = number;
			});
			person += 1;
		}
	return Object.fromEntries(keyKinds.map((kind, at) => [kind, columns[at]!.column])) as Record<KeyKind, Int32Array>;
}
