import type { HealthFacts } from '../accessibility/needs';
import { dayOf } from '../calendar/deadline';
import type { Instant } from '../calendar/instant';
import { categoriesOf } from '../household/categories';
import type { Household } from '../household/household';
import type { RuleSet } from '../ruleset/rule-set';
import { keysFor } from '../scoring/keys-for';
import { scoreHousehold } from '../scoring/score-household';
import type { RankedApplication } from './request-columns';

/** A request as it was sent, opened. */
export interface SentRequest {
	readonly pseudonym: string;
	readonly household: Household;
	readonly health: HealthFacts;
	/** Dwelling ids, most wanted first. */
	readonly choices: readonly string[];
	readonly submittedAt: Instant;
	/** Withdrawn by the household or excluded by an officer: it takes no part. */
	readonly ended: boolean;
}

/**
 * A request as a round compares it: its categories and its keys under the rules of the notice, with the score of the day
 * of sending, which is what the household was shown, whatever has happened since.
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
