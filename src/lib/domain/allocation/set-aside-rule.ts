import { compareBytes } from './byte-order';
import { sizeGroups, type SizeGroup } from './size-groups';
import { ticketOf } from './tickets';

/** The facts of a dwelling that the rule looks at, before applications open. */
export interface LabelledDwelling {
	readonly id: string;
	readonly list: string;
	/** Order of the size classes, smallest first. */
	readonly sizeClass: number;
	readonly zone: string;
	/** Net area in hundredths of a square metre. */
	readonly areaDm2: number;
	/** Fit for a wheelchair, according to its measures. */
	readonly accessible: boolean;
}

/** A share of every list's dwellings for one category. */
export interface Share {
	readonly category: string;
	/** Hundredths of a per cent: 2000 is 20 %. */
	readonly share: number;
	/** `up`: any fraction counts as one more; `half-up`: from 0.5. */
	readonly rounding: 'up' | 'half-up';
}

/** A share as it is drawn. */
export interface DrawnShare extends Share {
	/** The only list that it is a share of; left out: it is a share of each. */
	readonly list?: string;
	/** Its dwellings stay unsaid, because being of the category tells of health, hardship or violence. */
	readonly hidden?: boolean;
}

export interface SetAsideRule {
	readonly notice: string;
	/** A public number older than the notice, lower-case hexadecimal pairs. */
	readonly earlierPublicNumber: string;
	/** In the order of the rule set. A dwelling that one share takes is not left for the next. */
	readonly shares: readonly DrawnShare[];
	/** Categories for accessible dwellings: first households that need one, then those that can use one. */
	readonly accessibleFor: readonly string[];
}

/** How many of a list's dwellings of some sizes are set aside for a category whose dwellings stay unsaid. */
export interface HiddenCount {
	readonly list: string;
	readonly category: string;
	/** The size classes counted together, ascending. */
	readonly sizes: readonly number[];
	readonly homes: number;
	/** The dwellings among which they were drawn. */
	readonly among: number;
}

/**
 * Sets dwellings aside before applications open, by a published rule, so that no person chooses them. Accessible
 * dwellings are always set aside, first for households that need them. Then, for each list and share, from the dwellings
 * that are not set aside yet (N):
 * - For a share that may be said, they are sorted by size class, zone, area and id, and those at positions floor((i N + s) /
 *   n) are set aside, for i from 0 to n - 1. This spreads the n dwellings evenly over sizes and zones. The offset s, from
 *   0 to N - 1, comes from a public number that was known before the notice.
 * - For a hidden share, `sizeGroups` gives how many of each size. In each group those with the smallest tickets are set
 *   aside, so that which ones they are does not follow from anything public.
 * @param secret lower-case hexadecimal, committed to before applications open; joined to the public number it draws the
 *   dwellings of hidden shares
 * @returns per dwelling id its `setAside`, empty for a dwelling open to everybody
 */
export function setDwellingsAside(
	dwellings: readonly LabelledDwelling[],
	rule: SetAsideRule,
	secret = ''
): ReadonlyMap<string, readonly string[]> {
	const labels = new Map<string, readonly string[]>(dwellings.map(({ id }) => [id, []]));
	for (const { id, accessible } of dwellings) if (accessible) labels.set(id, rule.accessibleFor);
	for (const list of listsOf(dwellings)) {
		const { said, groups, hidden } = drawList(dwellings, list, rule);
		for (const [id, category] of said) labels.set(id, [category]);
		const key = rule.earlierPublicNumber + secret;
		for (const group of groups) {
			for (const [id, index] of drawGroup(group, (one) => ticketOf(key, rule.notice, one))) {
				labels.set(id, [hidden[index]!.category]);
			}
		}
	}
	return labels;
}

/** The published counts of the hidden shares: the number of dwellings by list and size. They depend on no secret. */
export function hiddenCounts(dwellings: readonly LabelledDwelling[], rule: SetAsideRule): HiddenCount[] {
	return listsOf(dwellings).flatMap((list) => {
		const { groups, hidden } = drawList(dwellings, list, rule);
		return hidden.flatMap(({ category }, index) =>
			groups.map(({ sizes, dwellings: { length: among }, counts }) => {
				return { list, category, sizes, homes: counts[index]!, among };
			})
		);
	});
}

const listsOf = (dwellings: readonly LabelledDwelling[]): string[] =>
	[...new Set(dwellings.map(({ list }) => list))].sort(compareBytes);

/**
 * One list before its secret draw: the shares that may be said, by dwelling, and for the hidden ones how many of each
 * size. Every share has its number in the order of the rules. The said ones are drawn first, so that they show nothing of
 * the places of the hidden ones.
 */
function drawList(dwellings: readonly LabelledDwelling[], list: string, rule: SetAsideRule) {
	const ofList = dwellings.filter((dwelling) => dwelling.list === list);
	let open = ofList.filter(({ accessible }) => !accessible).sort(byStratum);
	const shares = numbered(rule.shares, list, ofList.length, open.length);
	const said: [id: string, category: string][] = [];
	for (const { category, homes } of shares.filter(({ hidden }) => !hidden)) {
		const draw = ticketOf(rule.earlierPublicNumber, rule.notice, `${list}|${category}`);
		const chosen = new Set(spread(open, homes, draw));
		for (const { id } of chosen) said.push([id, category]);
		open = open.filter((dwelling) => !chosen.has(dwelling));
	}
	const hidden = shares.filter((share) => share.hidden);
	const wanted = hidden.map(({ homes }) => homes);
	return { said, hidden, groups: hidden.length === 0 ? [] : sizeGroups(open, wanted) };
}

/** The shares of a list with their numbers of dwellings, as many as are left. */
function numbered(shares: readonly DrawnShare[], list: string, all: number, open: number) {
	let left = open;
	return shares
		.filter((share) => share.list === undefined || share.list === list)
		.map((share) => {
			const homes = Math.min(dwellingsForShare(all, share), left);
			left -= homes;
			return { category: share.category, hidden: share.hidden === true, homes };
		});
}

/** Which dwellings of a group are set aside: id and index of the hidden share. */
function drawGroup({ dwellings, counts }: SizeGroup<LabelledDwelling>, ticket: (id: string) => bigint) {
	const drawn = dwellings
		.map(({ id }) => ({ id, ticket: ticket(id) }))
		.sort((a, b) => (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : compareBytes(a.id, b.id)));
	const shareOf = counts.flatMap((count, index) => Array.from({ length: count }, () => index));
	return shareOf.map((index, place) => [drawn[place]!.id, index] as const);
}

/** How many dwellings a share is: 20 % of 7, rounded up, is 2. */
export function dwellingsForShare(dwellings: number, { share, rounding }: Pick<Share, 'share' | 'rounding'>): number {
	const tenThousandths = dwellings * share;
	return rounding === 'up' ? Math.ceil(tenThousandths / 10_000) : Math.floor((tenThousandths + 5_000) / 10_000);
}

function byStratum(a: LabelledDwelling, b: LabelledDwelling): number {
	return a.sizeClass - b.sizeClass || compareBytes(a.zone, b.zone) || a.areaDm2 - b.areaDm2 || compareBytes(a.id, b.id);
}

/** Takes `wanted` rows at even distances. The draw chooses the first one. Takes all rows if there are not enough. */
function spread<Row>(rows: readonly Row[], wanted: number, draw: bigint): Row[] {
	if (wanted >= rows.length) return [...rows];
	const offset = Number(draw % BigInt(rows.length));
	return Array.from({ length: wanted }, (_, i) => rows[Math.floor((i * rows.length + offset) / wanted)]!);
}
