import type { FactsOf } from './facts';

export type CurrentHome = FactsOf<'home'>;

/**
 * What a household declares, without anything about health: that is in `HealthFacts`. Stored as JSON in
 * `applications.facts`. `domain/household/facts.ts` says what each fact is, and in which unit.
 */
export type Household = FactsOf<'people'> &
	FactsOf<'residence'> &
	FactsOf<'property'> &
	FactsOf<'income'> & { readonly home: CurrentHome; readonly earlier: FactsOf<'earlier'> };

/** What a household declares that is sealed with its needs. Absent: not asked, or not declared. */
export type SensitiveFacts = FactsOf<'circumstances'>;
