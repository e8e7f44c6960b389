import type { Day } from '../calendar/instant';

/** The receipt of an earlier version of a request, and the day on which a later version took its place. */
export type ReplacedReceipt = { readonly leaf: string; readonly on: Day };

/** The published list, by leaf, so that it does not show the order of arrival: `LEAF DAY` on each line. */
export const replacedText = (receipts: readonly ReplacedReceipt[]): string =>
	receipts
		.map(({ leaf, on }) => `${leaf} ${on}\n`)
		.toSorted()
		.join('');

/** The day on which the receipt with this leaf was replaced; null where the list does not say so. */
export function replacedOn(text: string, leaf: string): Day | null {
	const line = text.split('\n').find((one) => one.startsWith(`${leaf} `));
	const day = line?.slice(leaf.length + 1) ?? '';
	return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
}
