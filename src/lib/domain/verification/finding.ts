import type { HealthFacts } from '../accessibility/needs';
import type { FactName } from '../household/facts';
import type { Household } from '../household/household';

/** How the office checked a fact. */
export const checkWays = ['document', 'register', 'inspection'] as const;
export type CheckWay = (typeof checkWays)[number];

/**
 * What happens to the check of one fact. The last act decides where it stands. accepted: it is as declared. corrected: it is
 * otherwise. not-proven: the household says it and cannot show it. asked, answered: a document or an answer of the household.
 */
export const checkActs = ['asked', 'answered', 'accepted', 'corrected', 'not-proven', 'reopened'] as const;
export type CheckAct = (typeof checkActs)[number];

/** Where the check of a fact stands. */
export type CheckState = 'open' | Exclude<CheckAct, 'reopened'>;

export const stateAfter = (act: CheckAct | undefined): CheckState =>
	act === undefined || act === 'reopened' ? 'open' : act;

export const isSettled = (state: CheckState): boolean =>
	state === 'accepted' || state === 'corrected' || state === 'not-proven';

/** The last act about one fact. `value`: the verified value of a corrected fact, in the unit of the catalogue. */
export type Finding = { readonly fact: FactName; readonly act: CheckAct; readonly value?: unknown };

/** What a request declares. `health`: null once it was erased. */
export type DeclaredFacts = { readonly household: Household; readonly health: HealthFacts | null };
