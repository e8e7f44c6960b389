import type { RoundRows } from '../allocation/round';
import type { RoundResult } from '../allocation/round-result';

/**
 * The homes of one list that are set aside for the same categories, and which households got them. Counts places, so a
 * lot counts with all of its places.
 */
export interface LabelLine {
	readonly list: string;
	/** The categories in the order of the set-aside. */
	readonly categories: readonly string[];
	readonly homes: number;
	/** Places held by a member of the category with the same index, and of none before it. */
	readonly used: readonly number[];
	/** Places held by a household outside all of them. */
	readonly fallenBack: number;
	readonly vacant: number;
}

/**
 * Counts what became of each set-aside of a round, by list, then by categories. For the staff only: the counts reveal
 * traits.
 */
export function labelLedger(round: RoundRows, { assignments }: Pick<RoundResult, 'assignments'>): LabelLine[] {
	const memberOf = categoriesOf(round, new Set(assignments.map(({ application }) => application)));
	const holders = new Map<string, string[]>();
	for (const { application, dwelling } of assignments) {
		holders.set(dwelling, [...(holders.get(dwelling) ?? []), application]);
	}
	const lines = new Map<string, LabelLine>();
	for (const { id, list, setAside: categories = [], capacity: homes = 1 } of round.dwellings) {
		if (categories.length === 0) continue;
		const tiers = (holders.get(id) ?? []).map((holder) =>
			categories.findIndex((one) => memberOf.get(holder)?.includes(one))
		);
		const used = categories.map((_, tier) => tiers.filter((one) => one === tier).length);
		const fallenBack = tiers.filter((tier) => tier < 0).length;
		const line = { list, categories, homes, used, fallenBack, vacant: homes - tiers.length };
		const key = JSON.stringify([list, ...categories]);
		const before = lines.get(key);
		lines.set(key, before ? add(before, line) : line);
	}
	return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}

function categoriesOf({ applications }: RoundRows, some: ReadonlySet<string>) {
	const categories = new Map<string, readonly string[]>();
	for (const row of applications) if (row.categories && some.has(row.id)) categories.set(row.id, row.categories);
	return categories;
}

function add(a: LabelLine, b: LabelLine): LabelLine {
	return {
		...a,
		homes: a.homes + b.homes,
		used: a.used.map((count, tier) => count + b.used[tier]!),
		fallenBack: a.fallenBack + b.fallenBack,
		vacant: a.vacant + b.vacant
	};
}

/**
 * One set-aside over all lists, as the public may see it. `reached` is null where it would reveal a trait of a holder.
 */
export interface PublicLabelLine {
	readonly categories: readonly string[];
	readonly homes: number;
	readonly vacant: number;
	readonly reached: { readonly used: number; readonly fallenBack: number } | null;
}

/** Counts below this are not published. */
const FEWEST = 4;

/**
 * The ledger over all lists. The public knows by pseudonym who holds which home, so both counts are shown only if at
 * least four households are behind each. "All used" or "all but one" would reveal that a holder belongs to the
 * category.
 */
export function publicLedger(lines: readonly LabelLine[]): PublicLabelLine[] {
	const together = new Map<string, LabelLine>();
	for (const line of lines) {
		const key = JSON.stringify(line.categories);
		const before = together.get(key);
		together.set(key, before ? add(before, line) : line);
	}
	return [...together.values()].map(({ categories, homes, vacant, used: byTier, fallenBack }) => {
		const used = byTier.reduce((sum, count) => sum + count, 0);
		const shown = used >= FEWEST && fallenBack >= FEWEST;
		return { categories, homes, vacant, reached: shown ? { used, fallenBack } : null };
	});
}
