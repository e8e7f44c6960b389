import { openRefusalRules } from '../offers/refusal-rules';
import type { Kind } from './kinds';
import { otherRules } from './other-rules';
import { kindAt, ruleKinds } from './rule-kinds';
import type { RuleSet } from './rule-set';
import { ruleSets } from './rule-sets';
import { usualGround } from './usual-grounds';

/** A rule of a rule set by its path; `optional`: a rule set can do without. */
export type RuleInList = { readonly path: string; readonly optional: boolean };

const inPart = (part: 'eligibility' | 'scoring') =>
	Object.keys(ruleKinds[part]).map((id) => ({ path: `${part}.${id}`, optional: true }));

/** Every rule that the portal knows, in three parts, in the order of the pages. */
export const rulesByPart: Readonly<Record<'eligibility' | 'scoring' | 'others', readonly RuleInList[]>> = {
	eligibility: inPart('eligibility'),
	scoring: inPart('scoring'),
	others: Object.entries(otherRules).map(([path, { needed }]) => ({ path, optional: !needed }))
};

/** The value at a path, of any depth; undefined where there is none. */
export function valueAt(data: unknown, path: string): unknown {
	return path.split('.').reduce<unknown>((value, part) => {
		return typeof value === 'object' && value !== null && Object.hasOwn(value, part)
			? (value as Record<string, unknown>)[part]
			: undefined;
	}, data);
}

/**
 * A rule as it would begin where a rule set does not have it: the numbers of one that does, else zeros, marked
 * illustrative, for the agency to replace.
 */
export function beginningOf(path: string): unknown {
	const model = ruleSets.map((rules: RuleSet) => valueAt(rules, `${path}.value`)).find((value) => value !== undefined);
	const value = path === 'refusal' ? openRefusalRules : (model ?? emptyValue(kindAt(`${path}.value`)));
	const ground = usualGround(path);
	return { value, certainty: 'illustrative', source: '', ...(ground && { ground }) };
}

function emptyValue(kind: Kind): unknown {
	switch (kind.kind) {
		case 'group':
			return Object.fromEntries(Object.entries(kind.members).map(([name, inner]) => [name, emptyValue(inner)]));
		case 'list':
		case 'choices':
			return [];
		case 'hundredths':
		case 'whole':
			return 0;
		case 'choice':
			return kind.choices[0];
		case 'sure':
			return true;
		case 'yes-no':
			return false;
		default:
			return '';
	}
}
