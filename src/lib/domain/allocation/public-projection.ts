import { appliedOrders } from './applied-orders';
import { computeRound, type ComputedColumns } from './compute-round';
import type { MarketColumns } from './market';
import type { Round, RoundApplication, RoundDwelling, RoundRows } from './round';
import type { RoundResult } from './round-result';

/**
 * The round in the form in which anyone may recompute it: the order of each dwelling by pseudonym, the choices of each
 * application, and no points, categories, set-asides or keys. It gives the same assignments. Applications that
 * withdrew, or that left in `result`, are dropped. Households that signed stay where they signed.
 *
 * With quotas by count, every dwelling has the order in which the households chose. This gives the same assignments and
 * does not say which household belongs to a category. A household that a ceiling passed over is not in it.
 */
export function publicProjection(round: Round, result?: Pick<RoundResult, 'left'>): Round {
	return asRound(projectionRows(round, computeRound(round), result?.left));
}

/** The round as arrays. */
export function asRound(rows: RoundRows): Round {
	return { ...rows, dwellings: [...rows.dwellings], applications: [...rows.applications] };
}

/** The same from columns. Its rows are made as they are read, can be read once, and are sorted by id. */
export function projectionRows(
	{ notice, beacon }: Pick<Round, 'notice' | 'beacon'>,
	computed: ComputedColumns,
	left: readonly string[] = []
): RoundRows & { quotas?: undefined } {
	const shown = computed.market.active.slice();
	const gone = new Set(left);
	for (let application = 0; gone.size > 0 && application < shown.length; application++) {
		if (gone.has(computed.market.applications.at(application)!)) shown[application] = 0;
	}
	return {
		format: 'round/1',
		notice,
		beacon,
		dwellings: dwellingRows(computed, shown),
		applications: applicationRows(computed.market, shown)
	};
}

/** @param shown per application: 1 if it is in the projection */
function* dwellingRows(computed: ComputedColumns, shown: Uint8Array): Generator<RoundDwelling> {
	const { market } = computed;
	const orderOf = appliedOrders(computed);
	for (let dwelling = 0; dwelling < market.capacity.length; dwelling++) {
		const capacity = market.capacity[dwelling]!;
		const order = orderOf(dwelling).filter((application) => shown[application] === 1);
		yield {
			id: market.dwellings.at(dwelling)!,
			list: market.lists.at(market.listOf[dwelling]!)!,
			...(capacity > 1 && { capacity }),
			order: Array.from(order, (application) => market.applications.at(application)!)
		};
	}
}

function* applicationRows(market: MarketColumns, shown: Uint8Array): Generator<RoundApplication> {
	for (let application = 0; application < shown.length; application++) {
		if (shown[application] === 0) continue;
		const [from, to] = [market.choiceStart[application]!, market.choiceStart[application + 1]!];
		const frozen = market.frozenAt[application]!;
		yield {
			id: market.applications.at(application)!,
			choices: Array.from(market.choices.subarray(from, to), (dwelling) => market.dwellings.at(dwelling)!),
			...(frozen >= 0 && { frozen: market.dwellings.at(frozen)! })
		};
	}
}
