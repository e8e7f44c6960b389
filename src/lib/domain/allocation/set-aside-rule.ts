import { compareBytes } from './byte-order';
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

export interface SetAsideRule {
	readonly notice: string;
	/** A public number older than the notice, lower-case hexadecimal pairs. */
	readonly earlierPublicNumber: string;
	/** In the order of the rule set. A dwelling that one share takes is not left for the next. */
	readonly shares: readonly Share[];
	/** Categories for accessible dwellings: first households that need one, then those that can use one. */
	readonly accessibleFor: readonly string[];
	/** Lower-case hexadecimal, joined to the public number for the categories whose dwellings stay unsaid. */
	readonly hidden?: { readonly secret: string; readonly categories: ReadonlySet<string> };
}

/**
 * Sets dwellings aside before applications open, by a published rule, so that no person chooses them. Accessible
 * dwellings are always set aside, first for households that need them. Then, for each list and share: the dwellings
 * that are not set aside yet (N) are sorted by size class, zone, area and id, and those at positions floor((i N + s) /
 * n) are set aside, for i from 0 to n - 1. This spreads the n dwellings evenly over sizes and zones. The offset s, from
 * 0 to N - 1, comes from a public number that was known before the notice.
 * @returns per dwelling id its `setAside`, empty for a dwelling open to everybody
 */
export function setDwellingsAside(
	dwellings: readonly LabelledDwelling[],
	rule: SetAsideRule
): ReadonlyMap<string, readonly string[]> {
	const labels = new Map<string, readonly string[]>(dwellings.map(({ id }) => [id, []]));
	for (const { id, accessible } of dwellings) if (accessible) labels.set(id, rule.accessibleFor);
	for (const list of new Set(dwellings.map((dwelling) => dwelling.list))) {
		const ofList = dwellings.filter((dwelling) => dwelling.list === list);
		for (const share of rule.shares) {
			const open = ofList.filter(({ id, accessible }) => !accessible && labels.get(id)!.length === 0);
			const wanted = dwellingsForShare(ofList.length, share);
			const draw = ticketOf(keyFor(share.category, rule), rule.notice, `${list}|${share.category}`);
			for (const { id } of spread(open.toSorted(byStratum), wanted, draw)) labels.set(id, [share.category]);
		}
	}
	return labels;
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

const keyFor = (category: string, { earlierPublicNumber, hidden }: SetAsideRule): string =>
	hidden?.categories.has(category) ? earlierPublicNumber + hidden.secret : earlierPublicNumber;
