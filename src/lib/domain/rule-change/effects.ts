import type { HealthFacts } from '../accessibility/needs';
import type { Rows } from '../allocation/column';
import type { Instant } from '../calendar/instant';
import type { Household } from '../household/household';
import type { RequirementId } from '../eligibility/requirement-result';
import type { DwellingToLabel } from '../notice/set-asides';
import type { RequestedRound } from '../rounds/rows-of-requests';
import type { RuleSet } from '../ruleset/rule-set';
import type { BrokenDown } from '../what-if/break-down';

/** A sent request. */
export type AskedRequest = {
	readonly pseudonym: string;
	readonly household: Household;
	readonly health: HealthFacts;
	/** Dwelling ids, most wanted first. */
	readonly choices: readonly string[];
	readonly submittedAt: Instant;
	readonly ended: boolean;
};

/** A dwelling of the notice, with the categories that it was set aside for when the notice opened. */
export type AskedDwelling = DwellingToLabel & {
	readonly setAside: readonly string[];
	readonly exclusive: boolean;
	readonly zone: string;
};

/** Two versions of the rules for one notice. */
export type ChangeOfRules = {
	readonly notice: string;
	/** Public randomness, lower-case hexadecimal pairs; the same for both versions. */
	readonly beacon: string;
	readonly before: RuleSet;
	readonly after: RuleSet;
	readonly dwellings: readonly AskedDwelling[];
};

/** The requests of a notice judged under one version, in columns. */
export type JudgedUnder = {
	readonly round: RequestedRound;
	/** Per request: a position in `failures`, the requirements that it failed. */
	readonly failed: Int32Array;
	readonly failures: readonly (readonly RequirementId[])[];
};

/**
 * The same requests under both versions. Columns are sent to a thread at once; 15,000 households would be copied one by
 * one.
 */
export type JudgedRequests = {
	readonly before: JudgedUnder;
	readonly after: JudgedUnder;
	/** Per request, as it was sent: its wishes, as positions among the dwellings, and its number of persons. */
	readonly wishes: Rows;
	readonly persons: Int32Array;
	/** Per dwelling. */
	readonly zones: readonly string[];
};

/** The outcome of a request under one version. Points in hundredths; place 1 is the first; null: it takes no part. */
export type Standing = {
	/** Failed requirements. A missing fact excludes no household. */
	readonly failed: readonly RequirementId[];
	readonly points: number;
	readonly place: number | null;
	readonly home: string | null;
};

export type EffectOnRequest = {
	readonly pseudonym: string;
	readonly before: Standing;
	readonly after: Standing;
	/** By its own list: a home it wants more, or less. The same home twice, or no home twice, is neither. */
	readonly home: 'won' | 'lost' | 'same';
};

export type Effects = {
	readonly requests: number;
	readonly eligible: { readonly before: number; readonly after: number };
	readonly housed: { readonly before: number; readonly after: number };
	readonly admitted: number;
	readonly excluded: number;
	/** For households that take part under both: how many places nearer the first, or further away. */
	readonly up: number;
	readonly down: number;
	readonly won: number;
	readonly lost: number;
	/** Homes won and lost by size, zone and category. Small counts are hidden. */
	readonly moves: BrokenDown;
	/**
	 * The first `SHOWN` households: first those that win or lose a home, then those that may now apply or no longer
	 * may, then those that move furthest.
	 */
	readonly touched: readonly EffectOnRequest[];
};
