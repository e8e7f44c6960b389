import { compareBytes } from '../allocation/byte-order';
import type { Round, RoundApplication, RoundDwelling } from '../allocation/round';

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
	applications: readonly RankedApplication[]
): Round {
	const lists = new Map(dwellings.map(({ id, list }) => [id, list]));
	return {
		format: 'round/1',
		notice,
		beacon,
		dwellings: dwellings.map(roundDwelling).sort((a, b) => compareBytes(a.id, b.id)),
		applications: applications
			.map((application) => roundApplication(application, lists))
			.sort((a, b) => compareBytes(a.id, b.id))
	};
}

function roundDwelling({ id, list, setAside, exclusive }: OfferedDwelling): RoundDwelling {
	return { id, list, ...(setAside.length > 0 && { setAside, ...(exclusive && { exclusive }) }) };
}

function roundApplication(application: RankedApplication, lists: ReadonlyMap<string, string>): RoundApplication {
	const { pseudonym, categories, keys, withdrawn } = application;
	const choices = application.choices.filter((dwelling) => lists.has(dwelling));
	const wanted = new Set(choices.map((dwelling) => lists.get(dwelling)!));
	return {
		id: pseudonym,
		choices,
		...(categories.length > 0 && { categories }),
		keys: Object.fromEntries([...wanted].map((list) => [list, keys])),
		...(withdrawn && { withdrawn })
	};
}
