import { requirementOrder } from '../eligibility/requirement';
import { criteria } from '../scoring/criteria';
import type { RuleSet } from './rule-set';
import { ruleSets } from './rule-sets';

/** A rule of a rule set by its path; `optional`: a rule set can do without. */
export type RuleInList = { readonly path: string; readonly optional: boolean };

const needed: readonly string[] = ['ties', 'adequacy', 'carersRoomCounts'];
const others = [
	'residenceCounting',
	'ties',
	'adequacy',
	'carersRoomCounts',
	'indigent',
	'setAsides',
	'quotas',
	'refusal',
	'procedure'
];

/** Every rule that the portal knows, in three parts, in the order of the pages. */
export const rulesByPart: Readonly<Record<'eligibility' | 'scoring' | 'others', readonly RuleInList[]>> = {
	eligibility: requirementOrder.map((id) => ({ path: `eligibility.${id}`, optional: true })),
	scoring: [...criteria.map(({ id }) => id), 'residenceTogether'].map((id) => ({
		path: `scoring.${id}`,
		optional: true
	})),
	others: others.map((path) => ({ path, optional: !needed.includes(path) }))
};

/** The value at a path, of any depth; undefined where there is none. */
export function valueAt(data: unknown, path: string): unknown {
	return path.split('.').reduce<unknown>((value, part) => {
		return typeof value === 'object' && value !== null && Object.hasOwn(value, part)
			? (value as Record<string, unknown>)[part]
			: undefined;
	}, data);
}

const notShipped: Readonly<Record<string, unknown>> = {
	refusal: {
		value: {
			justified: 'keeps-waiting',
			unjustified: 'leaves-ranking',
			expired: 'leaves-ranking',
			justifiedReasons: ['needs', 'condition']
		}
	},
	quotas: { value: [] }
};

/**
 * A rule as it would begin where a rule set does not have it: the numbers of one that does, marked illustrative, for the
 * agency to replace.
 */
export function beginningOf(path: string): unknown {
	const model = ruleSets.map((rules: RuleSet) => valueAt(rules, path)).find((rule) => rule !== undefined);
	const { value } = (model ?? notShipped[path]) as { value: unknown };
	return { value, certainty: 'illustrative', source: '' };
}
