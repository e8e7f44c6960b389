import { compareBytes } from '../allocation/byte-order';
import type { Quota, Round, RoundApplication, RoundDwelling } from '../allocation/round';

/** A dwelling of the notice. */
export interface OfferedDwelling {
	readonly id: string;
	/** Owner and municipality. */
	readonly list: string;
	readonly setAside: readonly string[];
	readonly exclusive: boolean;
}

/** A household that asked, ready to be compared. */
export interface RankedApplication {
	readonly pseudonym: string;
	/** Dwelling ids, most wanted first. */
	readonly choices: readonly string[];
	readonly categories: readonly string[];
	/** Points in hundredths, then each tie-breaker. */
	readonly keys: readonly number[];
	/** Withdrew or was excluded: stays in the file, takes no part. */
	readonly withdrawn: boolean;
}

/**
 * The file of a notice's first round. The same notice gives the same file whatever the order of the rows: both lists are
 * sorted by id. A choice that is no longer in the notice is left out.
 * @param beacon public randomness, lower-case hexadecimal pairs, known only after closing
 */
export function buildRound(
	notice: string,
	beacon: string,
	dwellings: readonly OfferedDwelling[],
	applications: readonly RankedApplication[],
	quotas: readonly Quota[] = []
): Round {
	const offered = new Map(dwellings.map((dwelling) => [dwelling.id, dwelling]));
	return {
		format: 'round/1',
		notice,
		beacon,
		dwellings: dwellings.map(roundDwelling).sort((a, b) => compareBytes(a.id, b.id)),
		applications: applications
			.map((application) => roundApplication(application, offered))
			.sort((a, b) => compareBytes(a.id, b.id)),
		...(quotas.length > 0 && { quotas })
	};
}

function roundDwelling({ id, list, setAside, exclusive }: OfferedDwelling): RoundDwelling {
	return { id, list, ...(setAside.length > 0 && { setAside, ...(exclusive && { exclusive }) }) };
}

function roundApplication(
	application: RankedApplication,
	offered: ReadonlyMap<string, OfferedDwelling>
): RoundApplication {
	const { pseudonym, categories, keys, withdrawn } = application;
	const choices: string[] = [];
	const lists = new Set<string>();
	for (const choice of application.choices) {
		const dwelling = offered.get(choice);
		if (!dwelling) continue;
		// The dwelling's own id, so that a round of many households holds each text once.
		choices.push(dwelling.id);
		lists.add(dwelling.list);
	}
	return {
		id: pseudonym,
		choices,
		...(categories.length > 0 && { categories }),
		keys: Object.fromEntries(Array.from(lists, (list) => [list, keys])),
		...(withdrawn && { withdrawn })
	};
}
