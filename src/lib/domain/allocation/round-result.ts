/** The outcome of a round, format `round-result/1`. Lists are sorted by the UTF-8 bytes of the id. */
export interface RoundResult {
	readonly format: 'round-result/1';
	readonly notice: string;
	readonly engine: 'chiavi-round/1';
	/** SHA-256 of the bytes of the round's file, lower-case hexadecimal. */
	readonly input: string;
	readonly assignments: readonly Assignment[];
	/** Applications that have not withdrawn or left, and hold no dwelling. */
	readonly unassigned: readonly string[];
	readonly vacant: readonly Vacancy[];
	readonly certificate: Certificate;
	/** After departures only: the households that left, in order. */
	readonly left?: readonly string[];
	/** After departures only: the moves of the last departure, in the order of the chain. */
	readonly moves?: readonly Move[];
	/** On request only. */
	readonly explanations?: readonly Explanation[];
}

/** A result whose rows are made as they are read, so that a large result is never held as objects. */
export interface RoundReport extends Omit<RoundResult, 'assignments' | 'unassigned' | 'vacant' | 'explanations'> {
	readonly assignments: Iterable<Assignment>;
	readonly unassigned: Iterable<string>;
	readonly vacant: Iterable<Vacancy>;
	readonly explanations?: Iterable<Explanation>;
}

export interface Assignment {
	readonly application: string;
	readonly dwelling: string;
	/** The place in the dwelling's order, 1 = first; null for a frozen holder who is not in it. */
	readonly place: number | null;
	readonly through: Through;
}

export type Through = 'frozen' | 'setAside' | 'guarantee' | 'open';

export interface Vacancy {
	readonly dwelling: string;
	readonly free: number;
}

/** Counted from the outcome by code that shares nothing with the algorithm. In a fair outcome both numbers are 0. */
export interface Certificate {
	readonly blockingPairs: number;
	readonly wasted: number;
	/** How many pairs of an application and a choice above its result were checked. */
	readonly checked: number;
}

export interface Move {
	readonly application: string;
	readonly from: string | null;
	readonly to: string | null;
}

/** Why an application did not get a dwelling it prefers to its result. */
export interface Explanation {
	readonly application: string;
	readonly dwelling: string;
	/** The place of the application in the dwelling's order; null when it is not acceptable there. */
	readonly place: number | null;
	/** The place of the worst-placed holder who is not frozen; null when there is none. */
	readonly holderPlace: number | null;
	readonly because: Because;
}

/** The first rule that decided. `key[0]` is the points, `key[1]` the first tie-breaker, and so on. */
export type Because = 'unacceptable' | 'frozen' | 'order' | 'setAside' | `key[${number}]` | 'ticket' | 'id' | 'quota';
