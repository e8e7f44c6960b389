import type { BrokenDown } from '../what-if/break-down';
import type { HealthFacts } from '../accessibility/needs';
import type { Instant } from '../calendar/instant';
import type { Household } from '../household/household';
import type { RequirementId } from '../eligibility/requirement';
import type { DwellingToLabel } from '../notice/set-asides';
import type { RuleSet } from '../ruleset/rule-set';

/** A request as it was sent. */
export type AskedRequest = {
	readonly pseudonym: string;
	readonly household: Household;
	readonly health: HealthFacts;
	/** Dwelling ids, most wanted first. */
	readonly choices: readonly string[];
	readonly submittedAt: Instant;
	readonly ended: boolean;
};

/** A dwelling of the notice, with what it was set aside for when the notice opened. */
export type AskedDwelling = DwellingToLabel & {
	readonly setAside: readonly string[];
	readonly exclusive: boolean;
	readonly zone: string;
};

/** Two versions of the rules over the requests of one notice: plain data, so that it travels to a thread. */
export type EffectsQuestion = {
	readonly notice: string;
	/** Public randomness, lower-case hexadecimal pairs; the same for both versions. */
	readonly beacon: string;
	readonly before: RuleSet;
	readonly after: RuleSet;
	readonly dwellings: readonly AskedDwelling[];
	readonly requests: readonly AskedRequest[];
};

/** What a request has under one version. Points in hundredths; place 1 is the first; null: it takes no part. */
export type Standing = {
	/** Requirements failed; what is only missing excludes nobody. */
	readonly failed: readonly RequirementId[];
	readonly points: number;
	readonly place: number | null;
	readonly home: string | null;
};

export type EffectOnRequest = {
	readonly pseudonym: string;
	readonly before: Standing;
	readonly after: Standing;
	/** By its own list: a home it wants more, or less; the same home or none twice is neither. */
	readonly home: 'won' | 'lost' | 'same';
};

export type Effects = {
	readonly requests: number;
	readonly eligible: { readonly before: number; readonly after: number };
	readonly housed: { readonly before: number; readonly after: number };
	readonly admitted: number;
	readonly excluded: number;
	/** Of who takes part in both: places nearer the first, or further. */
	readonly up: number;
	readonly down: number;
	readonly won: number;
	readonly lost: number;
	/** Homes won and lost by size, zone and category, small counts hidden. */
	readonly moves: BrokenDown;
	/** Every request that wins or loses a home, then those that come in or are left out, then who moves furthest. */
	readonly touched: readonly EffectOnRequest[];
};
