import { compareBytes } from '../allocation/byte-order';
import type { Quota, Round, RoundApplication, RoundDwelling } from '../allocation/round';
import type { RequestColumns } from './request-columns';

/** A dwelling of the notice. */
export interface OfferedDwelling {
	readonly id: string;
	/** Owner and municipality. */
	readonly list: string;
	readonly setAside: readonly string[];
	readonly exclusive: boolean;
}

/**
 * The file of a notice's first round. The same notice gives the same file whatever the order of the rows: both lists are
 * sorted by id.
 * @param beacon public randomness, lower-case hexadecimal pairs, known only after closing
 * @param dwellings those for which `requests` were collected, in the same order
 */
export function buildRound(
	notice: string,
	beacon: string,
	dwellings: readonly OfferedDwelling[],
	requests: RequestColumns,
	quotas: readonly Quota[] = []
): Round {
	const { pseudonyms } = requests;
	const sorted = Array.from(pseudonyms.keys()).sort((a, b) => compareBytes(pseudonyms[a]!, pseudonyms[b]!));
	return {
		format: 'round/1',
		notice,
		beacon,
		dwellings: dwellings.map(roundDwelling).sort((a, b) => compareBytes(a.id, b.id)),
		applications: sorted.map((request) => roundApplication(requests, request, dwellings)),
		...(quotas.length > 0 && { quotas })
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
	const values = Array.from(requests.keys.subarray(requests.keyStart[request], requests.keyStart[request + 1]));
	const categories = requests.categorySets[requests.categories[request]!]!;
	return {
		id: requests.pseudonyms[request]!,
		choices,
		categories: categories.length > 0 ? categories : undefined,
		keys: Object.fromEntries(lists.map((list) => [list, values])),
		withdrawn: requests.withdrawn[request] === 1 || undefined
	};
}
