import { requirements } from '../eligibility/requirements';
import { criteria } from '../scoring/criteria';
import { residenceTogether } from '../scoring/residence-together';
import { groundKinds } from './ground-kind';
import { area, count, money, percent, type NumberKind } from '../numbers/number-kinds';
import { choice, date, group, orNull, text, type Kind, type Members } from './kinds';
import { otherRules } from './other-rules';
import { ruleSetUses } from './rule-set';
import { certainties } from './rule-value';

const kindsOf = (rules: readonly { readonly id: string; readonly numbers: Kind }[]): Members =>
	Object.fromEntries(rules.map(({ id, numbers }) => [id, numbers]));

/** The kind of the value of every rule, by part and name. */
export const ruleKinds = {
	eligibility: kindsOf(requirements),
	scoring: kindsOf([...criteria, residenceTogether]),
	others: Object.fromEntries(Object.entries(otherRules).map(([name, rule]) => [name, rule.is])) as Members
};

/** The fields beside the value of each rule. */
const besideValue: Members = {
	certainty: choice(certainties),
	source: text,
	validFrom: { ...date, empty: 'absent' },
	validTo: { ...date, empty: 'absent' },
	ground: { ...choice(groundKinds), empty: 'absent' }
};
const ruleOf = (value: Kind) => group({ value, ...besideValue });
const rulesOf = (kinds: Members): Members =>
	Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, ruleOf(kind)]));

const ruleSetKind = group({
	name: group({ it: text, en: text }),
	use: choice(ruleSetUses),
	validFrom: date,
	validTo: orNull(date),
	source: text,
	eligibility: group(rulesOf(ruleKinds.eligibility)),
	scoring: group(rulesOf(ruleKinds.scoring)),
	...rulesOf(ruleKinds.others)
});

/** The kind of what stands at a path of a rule set, as in `scoring.overcrowding.value.underDm2.3`; text where nothing can. */
export function kindAt(path: string): Kind {
	const inside = (kind: Kind | undefined, part: string): Kind | undefined => {
		if (kind?.kind === 'list') return kind.of;
		return kind?.kind === 'group' && Object.hasOwn(kind.members, part) ? kind.members[part] : undefined;
	};
	return path.split('.').reduce<Kind | undefined>(inside, ruleSetKind) ?? text;
}

const unitsOf = { points: {}, euro: money.units, m2: area.units, percent: percent(0, 100).units };

/** How the number at a path is typed. Its range is the schema's to check, which says by how much it is missed. */
export function numberKindAt(path: string): NumberKind {
	const kind = kindAt(path);
	const unit = 'unit' in kind ? kind.unit : undefined;
	const typed = kind.kind === 'hundredths' ? money : count(0, 999_999);
	return { ...typed, units: unit === undefined ? {} : unitsOf[unit] };
}
