/** Households with the same needs and size. `without`: how many of them no dwelling suits today: all or none. */
export type Group = { readonly mask: number; readonly count: number; without: number };

type Covering = { readonly at: number; readonly serves: number; adds: number; addsWithout: number };

/**
 * The dwellings that may suit any household, by what each adds to those before it. Dwellings that add nothing come
 * last, those that may suit more households first. Equal ones stay in the order given. What a dwelling adds can only
 * shrink, so it is counted again only when it would come first by its last count.
 */
export function inOrderOfCover(may: readonly (readonly Group[])[]): readonly Covering[] {
	const covered = new Set<Group>();
	const rest = may.flatMap((groups, at): Covering[] => {
		const serves = sum(groups, 'count');
		return serves === 0 ? [] : [{ at, serves, adds: serves, addsWithout: sum(groups, 'without') }];
	});
	const ordered: Covering[] = [];
	while (rest.length > 0) {
		const first = firstOf(rest);
		const best = rest[first]!;
		const fresh = may[best.at]!.filter((group) => !covered.has(group));
		const [adds, addsWithout] = [sum(fresh, 'count'), sum(fresh, 'without')];
		const stillFirst = adds === best.adds && addsWithout === best.addsWithout;
		Object.assign(best, { adds, addsWithout });
		if (!stillFirst) continue;
		if (adds === 0) break;
		for (const group of fresh) covered.add(group);
		ordered.push(best);
		rest.splice(first, 1);
	}
	return [...ordered, ...rest.sort((a, b) => b.serves - a.serves)];
}

function firstOf(rows: readonly Covering[]): number {
	let first = 0;
	rows.forEach((row, at) => {
		const { adds, addsWithout } = rows[first]!;
		if (row.adds !== adds ? row.adds > adds : row.addsWithout > addsWithout) first = at;
	});
	return first;
}

const sum = (groups: readonly Group[], what: 'count' | 'without') =>
	groups.reduce((total, group) => total + group[what], 0);
