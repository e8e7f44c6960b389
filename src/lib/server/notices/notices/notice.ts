import type { Measures } from '$lib/domain/accessibility/measures';
import type { Instant } from '$lib/domain/calendar/instant';
import type { BeaconSource } from '$lib/domain/draw/beacon-source';
import type { NoticeFacts, NoticePhase } from '$lib/domain/notice/phase';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';

export type LanguageText = { readonly it: string; readonly en: string };

/** A notice with what happened to it. */
export type Notice = NoticeFacts & {
	readonly id: string;
	readonly code: string;
	readonly source: 'own' | 'imported';
	readonly title: LanguageText;
	readonly summary: LanguageText;
	readonly rules: RuleSet;
	/** SHA-256 of the frozen rules; null until it opens. */
	readonly rulesHash: string | null;
	/** Binds the agency to the set-asides since the opening; null for a draft. */
	readonly setAsideCommitment: string | null;
	readonly maxChoices: number;
	readonly offerDays: number;
	/** In words. */
	readonly beaconSource: string;
	readonly beaconOrigin: BeaconSource;
	readonly beacon: string | null;
	/** When it was recorded. */
	readonly beaconAt: Instant | null;
	readonly synthetic: boolean;
	readonly revision: number;
	readonly createdBy: string | null;
};

export type NoticeWithPhase = Notice & { readonly phase: NoticePhase };

export type NoticeInList = NoticeWithPhase & { readonly dwellings: number; readonly applications: number };

/** A dwelling of a notice. Areas in hundredths of m2, rent in cents a month. */
export type NoticeDwelling = {
	readonly id: string;
	readonly code: string;
	readonly street: string | null;
	readonly streetNumber: string | null;
	readonly municipality: string;
	/** Street and number, or the municipality where the street is not known. */
	readonly address: string;
	readonly district: string | null;
	readonly rentZone: number | null;
	readonly unit: string | null;
	readonly netAreaDm2: number | null;
	readonly rentCents: number | null;
	readonly energyClass: string | null;
	readonly measures: Measures;
	readonly owner: string;
	readonly list: string;
	/** Categories in order; empty: for everybody. */
	readonly setAside: readonly string[];
	/** Nobody outside those categories may have it. */
	readonly exclusive: boolean;
	readonly synthetic: boolean;
};

/**
 * The part of a notice that an officer writes. Days are Milan's; it opens at the first moment of one and closes at the
 * last of the other.
 */
export type NoticeDraft = {
	readonly titleIt: string;
	readonly titleEn: string;
	readonly summaryIt: string;
	readonly summaryEn: string;
	readonly ruleSetId: string;
	readonly opensOn: string;
	readonly closesOn: string;
	readonly maxChoices: number;
	readonly offerDays: number;
	/** The name of the draw, or how drand's round was chosen. */
	readonly beaconSource: string;
	readonly beaconOrigin: BeaconSource;
	readonly dwellingIds: readonly string[];
};
