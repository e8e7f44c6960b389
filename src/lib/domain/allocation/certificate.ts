import { Judge } from './judge';
import type { MarketColumns } from './market';
import type { Outcome } from './outcome';
import type { Certificate } from './round-result';

/**
 * Counts, from the outcome alone, what an unfair or careless allocation would contain. It knows the round and who holds
 * what, and nothing of orders, packed keys or how the outcome was found: every pair of households is compared afresh.
 * With quotas by count, pairs that a quota passed over are no fault and are not counted as one.
 */
export function certify(market: MarketColumns, outcome: Outcome): Certificate {
	const judge = new Judge(market, outcome);
	let [blockingPairs, wasted, checked] = [0, 0, 0];
	for (let application = 0; application < market.active.length; application++) {
		if (market.active[application] !== 1 || outcome.left[application] === 1) continue;
		if (market.frozenAt[application]! >= 0) continue;
		const result = outcome.dwelling[application]!;
		const end = market.choiceStart[application + 1]!;
		for (let i = market.choiceStart[application]!; i < end && market.choices[i] !== result; i++) {
			const dwelling = market.choices[i]!;
			checked++;
			if (firstKey(market, application, dwelling) < judge.leastKey[dwelling]!) continue;
			const envied = judge.rightlyEnvies(application, dwelling);
			const free = judge.placesLeft[dwelling]! > 0;
			if ((!envied && !free) || !judge.accepts(application, dwelling)) continue;
			if (envied && !judge.quotaExplainsHolder(application, dwelling)) blockingPairs++;
			if (free && !judge.quotaExplainsEmpty(application)) wasted++;
		}
	}
	return { blockingPairs, wasted, checked };
}

/** The first key for the dwelling's list of an application that has keys for that list only; else no bound on it. */
function firstKey(
	{ entryStart, entryList, entryKeys, listCount, listOf, keys }: MarketColumns,
	application: number,
	dwelling: number
): number {
	const entry = entryStart[application]!;
	if (entryStart[application + 1] !== entry + 1) return Infinity;
	return listCount === 1 || entryList[entry] === listOf[dwelling] ? keys[entryKeys[entry]!]! : -Infinity;
}
