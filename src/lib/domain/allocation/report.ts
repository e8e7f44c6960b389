import { certify } from './certificate';
import type { ComputedColumns } from './compute-round';
import { explain, tierAt } from './explanations';
import { placesOfHolders } from './holder-places';
import type { Assignment, RoundReport, Through, Vacancy } from './round-result';

/**
 * The result of a computed round after all departures so far. Its rows are made as they are read, and can be read once.
 * @param inputHash SHA-256 of the bytes of the round's file, lower-case hexadecimal
 * @param options `explain` adds, for each household and each dwelling it prefers to its result, what decided
 */
export function reportOn(
	notice: string,
	inputHash: string,
	computed: ComputedColumns,
	options: { explain?: boolean } = {}
): RoundReport {
	const { market, outcome } = computed;
	return {
		format: 'round-result/1',
		notice,
		engine: 'chiavi-round/1',
		input: inputHash,
		assignments: assignments(computed),
		unassigned: unassigned(computed),
		vacant: vacant(computed),
		certificate: certify(market, outcome),
		...(options.explain && { explanations: explain(market, computed.orders, outcome) })
	};
}

function* assignments(computed: ComputedColumns): Generator<Assignment> {
	const { market, standings, outcome } = computed;
	const places = placesOfHolders(market, standings, outcome);
	for (let application = 0; application < outcome.dwelling.length; application++) {
		const dwelling = outcome.dwelling[application]!;
		if (dwelling < 0) continue;
		yield {
			application: market.applications.at(application)!,
			dwelling: market.dwellings.at(dwelling)!,
			place: places[application]! || null,
			through: throughOf(computed, application, dwelling)
		};
	}
}

function* unassigned({ market, outcome }: ComputedColumns): Generator<string> {
	for (let application = 0; application < outcome.dwelling.length; application++) {
		const here = market.active[application] === 1 && outcome.left[application] === 0;
		if (here && outcome.dwelling[application]! < 0) yield market.applications.at(application)!;
	}
}

function* vacant({ market, outcome }: ComputedColumns): Generator<Vacancy> {
	for (let dwelling = 0; dwelling < outcome.free.length; dwelling++) {
		const free = outcome.free[dwelling]!;
		if (free > 0) yield { dwelling: market.dwellings.at(dwelling)!, free };
	}
}

function throughOf({ market, outcome }: ComputedColumns, application: number, dwelling: number): Through {
	if (market.frozenAt[application]! >= 0) return 'frozen';
	const tiers = market.setAsideStart[dwelling + 1]! - market.setAsideStart[dwelling]!;
	// An explicit order ignores categories, so no household holds such a dwelling through one.
	const byCategory = market.explicitOrder[dwelling] === null && tierAt(market, dwelling, application) < tiers;
	if (byCategory) return 'setAside';
	return outcome.guaranteed[application] === 1 ? 'guarantee' : 'open';
}
