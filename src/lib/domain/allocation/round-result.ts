/** The outcome of a round, format `round-result/1`. Lists are sorted by the UTF-8 bytes of the id. */
export interface RoundResult {
	readonly format: 'round-result/1';
	readonly notice: string;
	readonly engine: 'chiavi-round/1';
	/** SHA-256 of the bytes of the round's file, lower-case hexadecimal. */
	readonly input: string;
	readonly assignments: readonly Assignment[];
	/** Applications neither withdrawn, assigned nor left. */
	readonly unassigned: readonly string[];
	readonly vacant: readonly Vacancy[];
	readonly certificate: Certificate;
	/** After a refusal only: who left, in order of leaving. */
	readonly left?: readonly string[];
	/** After a refusal only: who moved at the last departure, in the order of the chain. */
	readonly moves?: readonly Move[];
	/** On request only. */
	readonly explanations?: readonly Explanation[];
}

/** A result whose rows may still have to be made: of a large round, never all at once. */
export interface RoundReport extends Omit<RoundResult, 'assignments' | 'unassigned' | 'vacant' | 'explanations'> {
	readonly assignments: Iterable<Assignment>;
	readonly unassigned: Iterable<string>;
	readonly vacant: Iterable<Vacancy>;
	readonly explanations?: Iterable<Explanation>;
}

export interface Assignment {
	readonly application: string;
	readonly dwelling: string;
	/** Index in the dwelling's order, 1 = first; null for a frozen holder who is not in it. */
	readonly place: number | null;
	readonly through: Through;
}

export type Through = 'frozen' | 'setAside' | 'guarantee' | 'open';

export interface Vacancy {
	readonly dwelling: string;
	readonly free: number;
}

/** Counted from the outcome by code that shares nothing with the algorithm; a fair outcome has 0 and 0. */
export interface Certificate {
	readonly blockingPairs: number;
	readonly wasted: number;
	/** Pairs of application and better-liked choice that were looked at. */
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
	/** Its own place in the dwelling's order; null when it is not acceptable there. */
	readonly place: number | null;
	/** Place of the worst-placed holder who is not frozen; null when there is none. */
	readonly holderPlace: number | null;
	readonly because: Because;
}

/** The first thing that decided. `key[0]` is the points, `key[1]` the first tie-breaker, and so on. */
export type Because = 'unacceptable' | 'frozen' | 'order' | 'setAside' | `key[${number}]` | 'ticket' | 'id' | 'quota';
