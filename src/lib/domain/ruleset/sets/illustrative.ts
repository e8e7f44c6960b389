import type { RuleValue } from '../rule-value';

/** A number invented for the demonstration: the agency replaces it before a real notice. */
export const illustrative = <T>(value: T): RuleValue<T> => ({
	value,
	certainty: 'illustrative',
	source: 'valore illustrativo / illustrative value'
});

export const found = <T>(value: T, source: string): RuleValue<T> => ({ value, certainty: 'found', source });
export const known = <T>(value: T, source: string): RuleValue<T> => ({ value, certainty: 'known', source });
export const open = <T>(value: T, source: string): RuleValue<T> => ({ value, certainty: 'open', source });
