import { criteria } from '../scoring/criteria';
import type { Kind } from './kinds';
import { ruleKinds } from './rule-kinds';
import type { RuleSetProblem, WrongValue } from './rule-set-problem';
import { valueAt } from './rule-list';
import type { RuleSet, ScoringRules } from './rule-set';
import type { RuleValue } from './rule-value';

/**
 * The faults of rules whose single values are right: bands out of order, more points for a higher ISEE or for a lesser
 * hardship, shares over the whole. No household may lose points by a hardship (docs/domain-rules.md, Score).
 */
export function checkRuleSet(rules: RuleSet): WrongValue[] {
	const { adequacy, ties, setAsides, validFrom, validTo } = rules;
	const wrong: WrongValue[] = [...checkScoring(rules.scoring)];
	const add = (bad: boolean, path: string, problem: RuleSetProblem) => void (bad && wrong.push({ path, problem }));
	add(validTo !== null && validTo < validFrom, 'validTo', 'ends-before-it-begins');
	adequacy.value.bands.forEach(({ persons, minDm2, maxDm2 }, at) => {
		const path = `adequacy.value.bands.${at}`;
		add(persons !== at + 1, `${path}.persons`, 'persons-not-in-order');
		add(maxDm2 !== null && maxDm2 < minDm2, `${path}.maxDm2`, 'largest-under-smallest');
	});
	add(new Set(ties.value).size < ties.value.length, 'ties.value', 'repeated');
	const shares = setAsides?.value ?? [];
	add(new Set(shares.map(({ category }) => category)).size < shares.length, 'setAsides.value', 'repeated');
	add(shares.reduce((sum, { share }) => sum + share, 0) > 10_000, 'setAsides.value', 'over-the-whole');
	return [...wrong, ...wrongLists(rules)];
}

function* checkScoring(scoring: ScoringRules): Generator<WrongValue> {
	for (const { id, check } of criteria) {
		const rule: RuleValue<unknown> | undefined = scoring[id];
		if (!rule) continue;
		for (const { path, problem } of check(rule)) yield { path: `scoring.${id}.value.${path}`, problem };
	}
	const worst = worstHome(scoring);
	for (const kind of ['none', 'improper'] as const) {
		if (worst > (scoring.noHome?.value[kind] ?? 0)) {
			yield { path: `scoring.noHome.value.${kind}`, problem: 'home-lost-lowers-points' };
		}
	}
}

/** Points for everything that can be wrong with a home: losing it must give as many. */
function worstHome(scoring: ScoringRules): number {
	return criteria
		.filter(({ wrongWithHome }) => wrongWithHome)
		.reduce((sum, { id }) => sum + Number(valueAt(scoring, `${id}.value.points`) ?? 0), 0);
}

/** Lists that are empty, and values out of the order that their kind asks for. */
function* wrongLists(rules: RuleSet): Generator<WrongValue> {
	for (const [part, kinds] of Object.entries(ruleKinds)) {
		for (const [name, kind] of Object.entries(kinds)) {
			const path = part === 'others' ? name : `${part}.${name}`;
			yield* wrongInside(kind, valueAt(rules, `${path}.value`), `${path}.value`);
		}
	}
}

function* wrongInside(kind: Kind, value: unknown, path: string): Generator<WrongValue> {
	if (kind.kind === 'group') {
		for (const [name, inner] of Object.entries(kind.members)) {
			yield* wrongInside(inner, valueAt(value, name), `${path}.${name}`);
		}
	}
	if (kind.kind !== 'list' || !Array.isArray(value)) return;
	if (kind.filled && value.length === 0) yield { path, problem: 'empty' };
	const columns: [string, Kind][] = kind.of.kind === 'group' ? Object.entries(kind.of.members) : [['', kind.of]];
	for (const [name, { order }] of columns) {
		const numbers = value.map((row) => Number(name === '' ? row : valueAt(row, name)));
		for (let at = 1; at < numbers.length; at++) {
			const problem = wrongOrder(order, numbers[at - 1]!, numbers[at]!);
			if (problem) yield { path: [path, at, ...(name === '' ? [] : [name])].join('.'), problem };
		}
	}
}

function wrongOrder(order: Kind['order'], before: number, after: number): RuleSetProblem | null {
	if (order === 'rising') return after > before ? null : 'not-ascending';
	if (order === 'never-falling') return after >= before ? null : 'not-ascending';
	if (order === 'never-rising') return after <= before ? null : 'not-descending';
	return null;
}
