import type { HealthFacts } from '../accessibility/needs';
import { dayOf } from '../calendar/deadline';
import type { Instant } from '../calendar/instant';
import { categoriesOf } from '../household/categories';
import type { Household } from '../household/household';
import type { RuleSet } from '../ruleset/rule-set';
import { keysFor } from '../scoring/keys-for';
import { scoreHousehold } from '../scoring/score-household';
import type { RankedApplication } from './request-columns';

/** A sent request, opened. */
export interface SentRequest {
	readonly pseudonym: string;
	readonly household: Household;
	readonly health: HealthFacts;
	/** Dwelling ids, most wanted first. */
	readonly choices: readonly string[];
	readonly submittedAt: Instant;
	/** The household withdrew it or an officer excluded it: it takes no part. */
	readonly ended: boolean;
}

/**
 * A request as a round compares it: its categories and keys under the rules of the notice. The score is that of the day
 * of sending, which the household was shown, whatever happened since.
 */
export function rankRequest(request: SentRequest, rules: RuleSet): RankedApplication {
	const { pseudonym, household, health, choices, ended, submittedAt } = request;
	return {
		pseudonym,
		choices,
		categories: categoriesOf(household, health, rules),
		keys: keysFor(scoreHousehold(household, health, rules, dayOf(submittedAt)), rules),
		withdrawn: ended
	};
}
