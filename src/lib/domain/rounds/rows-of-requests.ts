import { compareBytes, orderByBytes } from '../allocation/byte-order';
import type { Quota, RoundApplication, RoundDwelling, RoundRows } from '../allocation/round';
import type { OfferedDwelling, RequestColumns } from './request-columns';

/** The input of a first round. */
export interface RequestedRound {
	readonly notice: string;
	/** Public randomness, lower-case hexadecimal pairs, known only after closing. */
	readonly beacon: string;
	/** The dwellings for which `requests` were collected, in the same order. */
	readonly dwellings: readonly OfferedDwelling[];
	readonly requests: RequestColumns;
	readonly quotas: readonly Quota[];
}

/**
 * The rows of a notice's first round, sorted by id. So the same notice gives the same file, whatever the order of its
 * requests. Applications are made again each time they are read, because 15,000 objects take thirty megabytes.
 */
export function rowsOfRequests({ notice, beacon, dwellings, requests, quotas }: RequestedRound): RoundRows {
	const order = orderByBytes(requests.pseudonyms);
	return {
		format: 'round/1',
		notice,
		beacon,
		dwellings: dwellings.map(roundDwelling).sort((a, b) => compareBytes(a.id, b.id)),
		applications: {
			*[Symbol.iterator]() {
				for (const request of order) yield roundApplication(requests, request, dwellings);
			}
		},
		...(quotas.length > 0 && { quotas: quotas.toSorted((a, b) => compareBytes(a.category, b.category)) })
	};
}

function roundDwelling({ id, list, setAside, exclusive }: OfferedDwelling): RoundDwelling {
	return { id, list, ...(setAside.length > 0 && { setAside, ...(exclusive && { exclusive }) }) };
}

function roundApplication(
	requests: RequestColumns,
	request: number,
	dwellings: readonly OfferedDwelling[]
): RoundApplication {
	const choices: string[] = [];
	const lists: string[] = [];
	for (let at = requests.choiceStart[request]!; at < requests.choiceStart[request + 1]!; at++) {
		const { id, list } = dwellings[requests.choices[at]!]!;
		choices.push(id);
		if (!lists.includes(list)) lists.push(list);
	}
	const values: number[] = [];
	for (let at = requests.keyStart[request]!; at < requests.keyStart[request + 1]!; at++)
		values.push(requests.keys[at]!);
	const categories = requests.categorySets[requests.categories[request]!]!;
	return {
		id: requests.pseudonyms[request]!,
		choices,
		categories: categories.length > 0 ? categories : undefined,
		keys: Object.fromEntries(lists.map((list) => [list, values])),
		withdrawn: requests.withdrawn[request] === 1 || undefined
	};
}
