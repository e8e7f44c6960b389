import type { RoundColumns } from './round-columns';
import { quote, type RoundFault } from './round-refused';

const INSTEAD =
	'set dwellings aside for the category instead (setAside), chosen before applications open: quotas by count across' +
	' lists, or beside set-asides and explicit orders, make households lose by telling the truth or by having more points';

/**
 * Quotas by count are fair only over one list without set-asides or explicit orders, and with one quota for each
 * category.
 */
export function checkQuotas({ quotas, names, dwellings }: RoundColumns): RoundFault | null {
	if (quotas.length === 0) return null;
	const seen = new Uint8Array(names.category.length);
	const repeat = quotas.findIndex(({ category }) => seen[category]!++ > 0);
	if (repeat >= 0) {
		const reason = `a second quota for ${quote(names.category.at(quotas[repeat]!.category)!)}, at most one a category`;
		return { place: `quotas[${repeat}].category`, reason };
	}
	const lists = dwellings.list.read();
	const other = lists.findIndex((list) => list !== lists[0]);
	if (other >= 0) {
		const [list, first] = [lists[other]!, lists[0]!].map((name) => quote(names.list.at(name)!));
		return {
			place: `dwellings[${other}].list`,
			reason: `list ${list} beside ${first} in a round with quotas; ${INSTEAD}`
		};
	}
	const { start } = dwellings.setAside.read();
	const ordered = dwellings.ordered.read();
	for (let row = 0; row < lists.length; row++) {
		const aside = start[row + 1]! > start[row]!;
		// An exclusive dwelling without a set-aside was refused before.
		const member = aside ? 'setAside' : ordered[row] === 1 ? 'order' : null;
		if (member)
			return { place: `dwellings[${row}].${member}`, reason: `not allowed in a round with quotas; ${INSTEAD}` };
	}
	return null;
}
