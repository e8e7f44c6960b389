import { proveDwelling } from '$lib/domain/publication/household-proof';
import type { CommittedOrder } from '$lib/domain/publication/order-tree';
import { proveReceipt, readLeaves } from '$lib/domain/receipt/receipt-tree';

export type ToProve = {
	readonly pseudonym: string;
	/** The secret of the version. */
	readonly secret: string;
	/** One for each dwelling that the household listed, most wanted first. */
	readonly orders: readonly CommittedOrder[];
	/** The list of receipt leaves, and the household's own; null where none was sealed. */
	readonly receipt: { readonly leaves: string; readonly leaf: string } | null;
};

/** Makes the paths of one household's proof: thousands of hashes for each dwelling that many want. */
export async function run({ pseudonym, secret, orders, receipt }: ToProve) {
	const leaves = receipt && readLeaves(receipt.leaves);
	return {
		path: leaves && receipt ? proveReceipt(leaves, receipt.leaf) : null,
		dwellings: orders.map((order) => proveDwelling(secret, order, pseudonym))
	};
}
