import type { Day } from '../calendar/instant';
import type { RuleSet } from './rule-set';

/** Whether a rule set is in force on `day`, its first and last day included. */
export function isInForce({ validFrom, validTo }: Pick<RuleSet, 'validFrom' | 'validTo'>, day: Day): boolean {
	return validFrom <= day && (validTo === null || day <= validTo);
}
