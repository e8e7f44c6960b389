import { own } from '$lib/domain/own';
import { m } from '$lib/paraglide/messages';
import { categoryName } from '$lib/words/rounds/category-name';

const byNames: Readonly<Record<string, () => string>> = {
	size: m.what_if_by_size,
	zone: m.what_if_by_zone,
	accessibility: m.what_if_by_accessibility
};

/** The names of the breakdowns. */
export const breakdownName = (by: string): string =>
	own(byNames, by)?.() ?? m.what_if_by_category({ category: categoryName(by) });

/** The name of one row of a breakdown. */
export function kindName(by: string, kind: string): string {
	if (by === 'size') return sizeName(kind);
	if (by === 'zone') return zoneName(kind);
	if (by === 'accessibility') return kind === 'none' ? m.what_if_need_none() : categoryName(kind);
	return kind === 'member' ? m.what_if_member() : m.what_if_other();
}

function sizeName(kind: string): string {
	if (kind === 'unknown') return m.what_if_size_unknown();
	return kind === '5' ? m.what_if_size_large() : m.what_if_size({ count: Number(kind) });
}

/** A district has its own name, a rent zone only a number. */
function zoneName(kind: string): string {
	if (kind === 'unknown') return m.what_if_zone_unknown();
	return kind.startsWith('zone-') ? m.what_if_zone({ zone: kind.slice('zone-'.length) }) : kind;
}
