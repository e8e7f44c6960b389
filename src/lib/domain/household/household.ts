import type { FactsOf } from './facts';

export type CurrentHome = FactsOf<'home'>;

/**
 * The facts that a household declares, without those about health, which are in `HealthFacts`. Stored as JSON in
 * `applications.facts`. `domain/household/facts.ts` defines each fact and its unit.
 */
export type Household = FactsOf<'people'> &
	FactsOf<'residence'> &
	FactsOf<'property'> &
	FactsOf<'income'> & { readonly home: CurrentHome; readonly earlier: FactsOf<'earlier'> };

/** The declared facts that are sealed with the needs. Absent: not asked, or not declared. */
export type SensitiveFacts = FactsOf<'circumstances'>;
