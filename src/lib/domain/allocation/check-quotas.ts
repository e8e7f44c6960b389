import type { RoundFault } from './check-round';
import { quote } from './json-reader';
import type { Round } from './round';

const INSTEAD =
	'set dwellings aside for the category instead (setAside), chosen before applications open: quotas by count across' +
	' lists, or beside set-asides and explicit orders, make households lose by telling the truth or by having more points';

/** Quotas by count are fair only over one list without set-asides or explicit orders, and once a category. */
export function checkQuotas({ quotas = [], dwellings }: Round): RoundFault | null {
	if (quotas.length === 0) return null;
	const categories = quotas.map(({ category }) => category);
	const repeat = categories.findIndex((category, i) => categories.indexOf(category) !== i);
	if (repeat >= 0) {
		const reason = `a second quota for ${quote(categories[repeat]!)}, at most one a category`;
		return { place: `quotas[${repeat}].category`, reason };
	}
	const list = dwellings[0]?.list;
	const other = dwellings.findIndex((dwelling) => dwelling.list !== list);
	if (other >= 0) {
		const reason = `list ${quote(dwellings[other]!.list)} beside ${quote(list!)} in a round with quotas; ${INSTEAD}`;
		return { place: `dwellings[${other}].list`, reason };
	}
	for (const [i, { setAside, exclusive, order }] of dwellings.entries()) {
		const member = setAside?.length ? 'setAside' : exclusive ? 'exclusive' : order ? 'order' : null;
		if (member) return { place: `dwellings[${i}].${member}`, reason: `not allowed in a round with quotas; ${INSTEAD}` };
	}
	return null;
}
