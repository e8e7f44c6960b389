import { own } from '$lib/domain/own';
import { citizenships } from '../household/household';
import { categories } from '../household/categories';
import { emergencyGrounds } from '../household/sensitive-facts';
import { consequences, refusalReasons } from '../offers/refusal-rules';
import { ruleSetUses, tieBreakers } from './rule-set';
import { certainties } from './rule-value';

/**
 * How a person writes the value at a path of a rule set. hundredths: points, euro, m2, per cent, PSE, typed with a comma
 * and kept as integers. sure: there is nothing to write, the rule is asked or not.
 */
export type ValueKind = 'hundredths' | 'whole' | 'date' | 'text' | 'choice' | 'choices' | 'sure';

const hundredths =
	/^(points|each|max|notified|enforceable|none|improper|pse|pseEachFurther|share|underDm2)$|(Cents|Dm2)$/;
const whole = /^(age|years|percent|persons|places|provisionalWithin|corrections|finalWithin|rejectionNotice)$/;

const choices: Readonly<Record<string, readonly string[]>> = {
	certainty: certainties,
	use: ruleSetUses,
	addUp: ['always', 'with-fragility'],
	over: ['true'],
	justified: consequences,
	unjustified: consequences,
	expired: consequences,
	rounding: ['up', 'half-up'],
	kind: ['guarantee', 'ceiling'],
	category: categories,
	'residenceCounting.value': ['unbroken', 'total'],
	'carersRoomCounts.value': ['true', 'false'],
	'ties.value': tieBreakers,
	accepted: citizenships,
	grounds: emergencyGrounds,
	justifiedReasons: refusalReasons
};
const several: ReadonlySet<string> = new Set(['accepted', 'grounds', 'justifiedReasons']);

/** The last name of a path that is not a place in a list: `scoring.overcrowding.value.underDm2.3` -> `underDm2`. */
export function nameOf(path: string): string {
	return path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;
}

/** What can be chosen at a path; none where a person writes. */
export function choicesAt(path: string): readonly string[] {
	const withoutPlaces = path.replace(/\.\d+$/, '');
	return own(choices, withoutPlaces) ?? own(choices, nameOf(path)) ?? [];
}

export function valueKind(path: string): ValueKind {
	const name = nameOf(path);
	if (several.has(name)) return 'choices';
	if (choicesAt(path).length > 0) return 'choice';
	if (hundredths.test(name)) return 'hundredths';
	if (whole.test(name)) return 'whole';
	if (/^valid(From|To)$/.test(name)) return 'date';
	return name === 'value' ? 'sure' : 'text';
}
