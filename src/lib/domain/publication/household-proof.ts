import { bytesToHex } from '@noble/hashes/utils.js';
import { inclusionProof, type InclusionProof } from '../receipt/merkle-tree';
import { headOf, householdHash, orderEntries, OrderSalts, type CommittedOrder, type OrderHead } from './order-tree';

/** The file with which a household checks its own outcome. It holds nothing about other households. */
export interface HouseholdProof {
	readonly format: 'household-proof/1';
	readonly notice: string;
	readonly version: number;
	readonly pseudonym: string;
	/** Its own row, with the path to the root of receipts; null where what it declared was erased. */
	readonly receipt: ProvenReceipt | null;
	/** Every dwelling that it listed and that the version has, most wanted first. */
	readonly dwellings: readonly ProvenDwelling[];
}

export interface ProvenReceipt {
	/** 32 lower-case hexadecimal digits. */
	readonly salt: string;
	/** The canonical row, as it was hashed. */
	readonly declared: string;
	readonly path: InclusionProof;
}

export interface ProvenDwelling {
	readonly dwelling: string;
	readonly head: OrderHead & { readonly salt: string; readonly path: InclusionProof };
	/** Its own position; null where it is not in the order. */
	readonly own: { readonly position: number; readonly salt: string; readonly path: InclusionProof } | null;
	/** The leaves of the holders, who stay unknown. */
	readonly holders: readonly ProvenHolder[];
}

export interface ProvenHolder {
	readonly position: number;
	/** The salted hash of whoever stands there. */
	readonly household: string;
	readonly path: InclusionProof;
}

/** The part of a household's proof that is about one dwelling. */
export function proveDwelling(secret: string, committed: CommittedOrder, pseudonym: string): ProvenDwelling {
	const entries = orderEntries(secret, committed);
	const salts = new OrderSalts(secret, committed.dwelling);
	const position = committed.order.indexOf(pseudonym) + 1;
	return {
		dwelling: committed.dwelling,
		head: { ...headOf(committed), salt: bytesToHex(salts.of(0)), path: inclusionProof(entries, 0) },
		own:
			position === 0
				? null
				: { position, salt: bytesToHex(salts.of(position)), path: inclusionProof(entries, position) },
		holders: committed.holders.flatMap((holder) =>
			holder.position === null ? [] : [proveHolder(committed, holder.position, salts, entries)]
		)
	};
}

function proveHolder(
	{ order }: CommittedOrder,
	position: number,
	salts: OrderSalts,
	entries: readonly Uint8Array[]
): ProvenHolder {
	const household = householdHash(salts.of(position), order[position - 1]!);
	return { position, household, path: inclusionProof(entries, position) };
}

/** The file: one JSON text, one line feed at the end. */
export const proofText = (proof: HouseholdProof): string => `${JSON.stringify(proof)}\n`;
