import type { Quota, RoundApplication } from '../round';
import type { Housing } from './housing';
import { compare, compareUtf8, keysFor, type PreparedRound } from './orders';

/**
 * Houses the households of a round with quotas by count, which has one list only. The households choose one after the
 * other, in the order of the list; each takes the choice it wants most of those still free.
 *
 * - A `guarantee` first lets the members of its category choose, until so many of them are housed.
 * - A `ceiling` passes over the members of its category once so many of them are housed.
 * - Then every household chooses that is not housed yet. A household counts for all its categories, also one that signed.
 *
 * Law: L.R. 16/2016 art. 13 (found): 20 % of the dwellings for very poor households, which come before the others. r.r.
 * 4/2017 art. 14 (known): shares for other categories. That guarantees are taken in the byte order of their categories, and
 * that a ceiling holds in every walk, was not found in the sources at hand: the format decides, so that the result is one.
 */
export function chooseInTurn(prepared: PreparedRound, housing: Housing): void {
	const { round } = prepared;
	const list = listOrder(prepared);
	const quotas = round.quotas ?? [];
	const housedOf = countHoused(round.applications, housing);
	const isFull = ({ category, places }: Quota) => (housedOf.get(category) ?? 0) >= places;

	function walk(households: readonly RoundApplication[], guarantee: Quota | null): void {
		for (const { id, choices, categories = [] } of households) {
			if (guarantee && isFull(guarantee)) return;
			if (housing.homeOf(id) !== undefined) continue;
			if (quotas.some((quota) => quota.kind === 'ceiling' && categories.includes(quota.category) && isFull(quota))) {
				continue;
			}
			const choice = choices.find((dwelling) => hasPlace(prepared, housing, dwelling));
			if (choice === undefined) continue;
			housing.house(id, choice);
			if (guarantee) housing.guaranteed.add(id);
			for (const category of categories) housedOf.set(category, (housedOf.get(category) ?? 0) + 1);
		}
	}

	const guarantees = quotas.filter(({ kind }) => kind === 'guarantee');
	for (const guarantee of guarantees.toSorted((a, b) => compareUtf8(a.category, b.category))) {
		walk(
			list.filter(({ categories = [] }) => categories.includes(guarantee.category)),
			guarantee
		);
	}
	walk(list, null);
}

/** The households of the round's only list, best first. */
function listOrder({ round, tickets }: PreparedRound): RoundApplication[] {
	const list = round.dwellings[0]?.list;
	if (list === undefined) return [];
	const anyDwelling = { id: '', list };
	return round.applications
		.filter((application) => !application.withdrawn && keysFor(application, list) !== undefined)
		.sort((a, b) => compare(anyDwelling, a, b, tickets).sign);
}

/** Per category: how many of its members are housed. */
function countHoused(applications: readonly RoundApplication[], housing: Housing): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { id, categories = [] } of applications) {
		if (housing.homeOf(id) === undefined) continue;
		for (const category of categories) counts.set(category, (counts.get(category) ?? 0) + 1);
	}
	return counts;
}

function hasPlace({ dwellings }: PreparedRound, housing: Housing, dwelling: string): boolean {
	return housing.holdersOf(dwelling).size < (dwellings.get(dwelling)!.capacity ?? 1);
}
