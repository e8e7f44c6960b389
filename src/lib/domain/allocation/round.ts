/**
 * The input of one allocation round, format `round/1`: everything that decides who gets which dwelling.
 * Every id is compared by its UTF-8 bytes. No field holds a name, an income or a diagnosis.
 */
export interface Round {
	readonly format: 'round/1';
	/** Id of the notice; part of every ticket. */
	readonly notice: string;
	/** Public randomness, lower-case hexadecimal pairs, known only after applications closed. */
	readonly beacon: string;
	readonly dwellings: readonly RoundDwelling[];
	readonly applications: readonly RoundApplication[];
	/** Quotas by count; only for rounds with one list and no set-asides. */
	readonly quotas?: readonly Quota[];
}

export interface RoundDwelling {
	readonly id: string;
	/** The ranking the dwelling belongs to (owner and municipality). */
	readonly list: string;
	/** Identical dwellings let as one lot; at least 1, which is the default. */
	readonly capacity?: number;
	/** The categories that the dwelling is for: first members of the first, then of the second, then everybody. */
	readonly setAside?: readonly string[];
	/** True: only members of a category in `setAside` may hold it. */
	readonly exclusive?: boolean;
	/**
	 * The order of the dwelling, if it is explicit: application ids, best first. An application that is not in it is
	 * not acceptable.
	 */
	readonly order?: readonly string[];
}

export interface RoundApplication {
	/** A pseudonym fixed at submission, never a name. */
	readonly id: string;
	/** Dwelling ids, most wanted first, adequate ones only. */
	readonly choices: readonly string[];
	readonly categories?: readonly string[];
	/** List id -> integers compared left to right, higher is better: points times 100, then each tie-breaker. */
	readonly keys?: Readonly<Record<string, readonly number[]>>;
	/** The dwelling that the household has signed for. It holds it, whatever the order says. */
	readonly frozen?: string;
	readonly withdrawn?: boolean;
}

export interface Quota {
	readonly kind: 'guarantee' | 'ceiling';
	readonly category: string;
	/** Households, at least 1. */
	readonly places: number;
}

/** A round whose rows are made as they are read, so that a large round is never held as objects. */
export interface RoundRows extends Omit<Round, 'dwellings' | 'applications'> {
	readonly dwellings: Iterable<RoundDwelling>;
	readonly applications: Iterable<RoundApplication>;
}
