import { Judge } from './judge';
import type { MarketColumns } from './market';
import type { Outcome } from './outcome';
import type { Certificate } from './round-result';

/**
 * Counts, from the outcome alone, what an unfair or careless allocation would contain. It uses the round and the
 * holders of each dwelling, and neither the orders nor the packed keys nor the way in which the outcome was found: it
 * compares every pair of households again. With quotas by count, it does not count the pairs that a quota passed over.
 */
export function certify(market: MarketColumns, outcome: Outcome): Certificate {
	const { active, frozenAt, choiceStart, choices, membershipStart, listCount } = market;
	const { dwelling: held, left } = outcome;
	const judge = new Judge(market, outcome);
	const { leastKey, leastKeyOutside } = judge;
	let [blockingPairs, wasted, checked] = [0, 0, 0];
	for (let application = 0; application < active.length; application++) {
		if (active[application] !== 1 || left[application] === 1 || frozenAt[application]! >= 0) continue;
		const result = held[application]!;
		const outside = membershipStart[application] === membershipStart[application + 1];
		const least = outside ? leastKeyOutside : leastKey;
		const key = listCount === 1 ? soleKey(market, application) : 0;
		const end = choiceStart[application + 1]!;
		for (let i = choiceStart[application]!; i < end; i++) {
			const dwelling = choices[i]!;
			if (dwelling === result) break;
			checked++;
			if ((listCount === 1 ? key : firstKey(market, application, dwelling)) < least[dwelling]!) continue;
			const envied = judge.rightlyEnvies(application, dwelling);
			const free = judge.placesLeft[dwelling]! > 0;
			if ((!envied && !free) || !judge.accepts(application, dwelling)) continue;
			if (envied && !judge.quotaExplainsHolder(application, dwelling)) blockingPairs++;
			if (free && !judge.quotaExplainsEmpty(application)) wasted++;
		}
	}
	return { blockingPairs, wasted, checked };
}

/** The application's first key for the only list. Infinity, which excludes nothing, if it has no keys. */
function soleKey({ entryStart, entryKeys, keys }: MarketColumns, application: number): number {
	const entry = entryStart[application]!;
	return entryStart[application + 1] === entry ? Infinity : keys[entryKeys[entry]!]!;
}

/** The first key of an application that has keys for the dwelling's list only; else a value that excludes nothing. */
function firstKey(
	{ entryStart, entryList, entryKeys, listOf, keys }: MarketColumns,
	application: number,
	dwelling: number
) {
	const entry = entryStart[application]!;
	if (entryStart[application + 1] !== entry + 1) return Infinity;
	return entryList[entry] === listOf[dwelling] ? keys[entryKeys[entry]!]! : -Infinity;
}
