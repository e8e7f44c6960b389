import { checkQuotas } from './check-quotas';
import { printable, quote } from './json-reader';
import type { Round, RoundApplication, RoundDwelling } from './round';

export interface RoundFault {
	/** As in `applications[17].choices[2]`. */
	readonly place: string;
	readonly reason: string;
}

/**
 * What makes a round of the right shape impossible or unfair: unknown and repeated ids, keys that cannot be compared,
 * more signed households than places, quotas by count where they would punish the truth.
 * @returns the first fault, or null
 */
export function checkRound(round: Round): RoundFault | null {
	return (
		checkUnique(round.dwellings, 'dwellings') ??
		checkUnique(round.applications, 'applications') ??
		checkDwellings(round) ??
		checkApplications(round) ??
		checkFrozen(round) ??
		checkQuotas(round)
	);
}

function checkUnique(rows: readonly { readonly id: string }[], table: string): RoundFault | null {
	const index = firstRepeat(rows.map(({ id }) => id));
	if (index < 0) return null;
	return { place: `${table}[${index}].id`, reason: `${quote(rows[index]!.id)} is repeated` };
}

function firstRepeat(texts: readonly string[]): number {
	if (texts.length < 12) return texts.findIndex((text, i) => texts.indexOf(text) !== i);
	const seen = new Set<string>();
	return texts.findIndex((text) => seen.size === seen.add(text).size);
}

/** Repeated texts, or texts that name nothing. `place` is the list's place. */
function checkNames(names: readonly string[], place: string, known?: { has(id: string): boolean }, what?: string) {
	const repeat = firstRepeat(names);
	if (repeat >= 0) return { place: `${place}[${repeat}]`, reason: `${quote(names[repeat]!)} is repeated` };
	const unknown = known ? names.findIndex((name) => !known.has(name)) : -1;
	return unknown < 0 ? null : { place: `${place}[${unknown}]`, reason: `no ${what} ${quote(names[unknown]!)}` };
}

function checkDwellings({ dwellings, applications }: Round): RoundFault | null {
	const ids = new Set(applications.map(({ id }) => id));
	return firstFault(dwellings, (dwelling: RoundDwelling, i) => {
		const place = `dwellings[${i}]`;
		if (dwelling.exclusive && !dwelling.setAside?.length) {
			return { place: `${place}.exclusive`, reason: 'exclusive needs "setAside"' };
		}
		return (
			checkNames(dwelling.setAside ?? [], `${place}.setAside`) ??
			checkNames(dwelling.order ?? [], `${place}.order`, ids, 'application')
		);
	});
}

function checkApplications({ dwellings, applications }: Round): RoundFault | null {
	const ids = new Set(dwellings.map(({ id }) => id));
	const keyCounts = new Map<string, number>();
	return firstFault(applications, (application: RoundApplication, i) => {
		const place = `applications[${i}]`;
		const { choices, categories, frozen, withdrawn } = application;
		if (frozen !== undefined && withdrawn) {
			return { place: `${place}.frozen`, reason: 'frozen and withdrawn at once' };
		}
		if (frozen !== undefined && !ids.has(frozen)) {
			return { place: `${place}.frozen`, reason: `no dwelling ${quote(frozen)}` };
		}
		return (
			checkNames(choices, `${place}.choices`, ids, 'dwelling') ??
			checkNames(categories ?? [], `${place}.categories`) ??
			checkKeys(application, place, keyCounts)
		);
	});
}

function checkKeys({ keys }: RoundApplication, place: string, counts: Map<string, number>): RoundFault | null {
	if (!keys) return null;
	for (const list of Object.keys(keys)) {
		const count = keys[list]!.length;
		const usual = counts.get(list) ?? count;
		if (count !== usual) {
			const reason = `${count} keys where others of list ${quote(list)} have ${usual}`;
			return { place: `${place}.keys.${printable(list)}`, reason };
		}
		counts.set(list, count);
	}
	return null;
}

function checkFrozen({ dwellings, applications }: Round): RoundFault | null {
	const free = new Map(dwellings.map(({ id, capacity }) => [id, capacity ?? 1]));
	return firstFault(applications, ({ frozen }, i) => {
		if (frozen === undefined) return null;
		const left = free.get(frozen)! - 1;
		free.set(frozen, left);
		if (left >= 0) return null;
		return { place: `applications[${i}].frozen`, reason: `dwelling ${quote(frozen)} has no place left to hold` };
	});
}

function firstFault<Row>(rows: readonly Row[], check: (row: Row, index: number) => RoundFault | null) {
	for (const [index, row] of rows.entries()) {
		const fault = check(row, index);
		if (fault) return fault;
	}
	return null;
}
