import type { RuleSet, ScoringRules } from './rule-set';

export type RuleSetProblem =
	| 'ends-before-it-begins'
	| 'not-ascending'
	| 'not-descending'
	| 'persons-not-in-order'
	| 'largest-under-smallest'
	| 'enforceable-under-notified'
	| 'home-lost-lowers-points'
	| 'repeated'
	| 'over-the-whole'
	| 'empty';

/** Something wrong with the values together, at the path of the value to change. */
export type WrongValue = { readonly path: string; readonly problem: RuleSetProblem };

/**
 * What is wrong with rules whose single values are right: bands out of order, more points for a higher ISEE or for a
 * lesser hardship, shares over the whole. Nobody may lose points by a hardship (docs/domain-rules.md, Score).
 */
export function checkRuleSet(rules: RuleSet): WrongValue[] {
	const { scoring, eligibility, adequacy, ties, setAsides, validFrom, validTo } = rules;
	const wrong: WrongValue[] = [...checkScoring(scoring)];
	const add = (bad: boolean, path: string, problem: RuleSetProblem) => void (bad && wrong.push({ path, problem }));
	add(validTo !== null && validTo < validFrom, 'validTo', 'ends-before-it-begins');
	if (eligibility.assets) {
		const { pse } = eligibility.assets.value;
		add(pse.length === 0, 'eligibility.assets.value.pse', 'empty');
		wrong.push(...outOfOrder(pse, 'eligibility.assets.value.pse', (a, b) => b > a, 'not-ascending'));
	}
	const { bands } = adequacy.value;
	const path = 'adequacy.value.bands';
	add(bands.length === 0, path, 'empty');
	bands.forEach(({ persons, minDm2, maxDm2 }, at) => {
		add(persons !== at + 1, `${path}.${at}.persons`, 'persons-not-in-order');
		add(maxDm2 !== null && maxDm2 < minDm2, `${path}.${at}.maxDm2`, 'largest-under-smallest');
	});
	wrong.push(...outOfOrder(bands, path, (a, b) => b.minDm2 >= a.minDm2, 'not-ascending', 'minDm2'));
	add(new Set(ties.value).size < ties.value.length, 'ties.value', 'repeated');
	const shares = setAsides?.value ?? [];
	add(new Set(shares.map(({ category }) => category)).size < shares.length, 'setAsides.value', 'repeated');
	add(shares.reduce((sum, { share }) => sum + share, 0) > 10_000, 'setAsides.value', 'over-the-whole');
	return wrong;
}

function* checkScoring(scoring: ScoringRules): Generator<WrongValue> {
	const { economicHardship, disabilityPercent, overcrowding, eviction, noHome } = scoring;
	if (economicHardship) {
		const { bands } = economicHardship.value;
		const path = 'scoring.economicHardship.value.bands';
		yield* outOfOrder(bands, path, (a, b) => b.iseeCents > a.iseeCents, 'not-ascending', 'iseeCents');
		yield* outOfOrder(bands, path, (a, b) => b.points <= a.points, 'not-descending', 'points');
	}
	if (disabilityPercent) {
		const { bands } = disabilityPercent.value;
		const path = 'scoring.disabilityPercent.value.bands';
		yield* outOfOrder(bands, path, (a, b) => b.percent > a.percent, 'not-ascending', 'percent');
		yield* outOfOrder(bands, path, (a, b) => b.points >= a.points, 'not-ascending', 'points');
	}
	for (const name of ['residenceRegion', 'residenceMunicipality'] as const) {
		const steps = scoring[name]?.value.steps ?? [];
		const path = `scoring.${name}.value.steps`;
		yield* outOfOrder(steps, path, (a, b) => b.years > a.years, 'not-ascending', 'years');
		yield* outOfOrder(steps, path, (a, b) => b.points >= a.points, 'not-ascending', 'points');
	}
	if (overcrowding) {
		const path = 'scoring.overcrowding.value.underDm2';
		yield* outOfOrder(overcrowding.value.underDm2, path, (a, b) => b >= a, 'not-ascending');
	}
	if (eviction && eviction.value.enforceable < eviction.value.notified) {
		yield { path: 'scoring.eviction.value.enforceable', problem: 'enforceable-under-notified' };
	}
	const worst = worstHome(scoring);
	for (const kind of ['none', 'improper'] as const) {
		if (worst > (noHome?.value[kind] ?? 0)) {
			yield { path: `scoring.noHome.value.${kind}`, problem: 'home-lost-lowers-points' };
		}
	}
}

/** Points for everything that can be wrong with a home: losing it must give as many. */
function worstHome({ unhealthyHome, overcrowding, sharedHome, homeBarriers }: ScoringRules): number {
	return [unhealthyHome, overcrowding, sharedHome, homeBarriers].reduce(
		(sum, one) => sum + (one?.value.points ?? 0),
		0
	);
}

function* outOfOrder<Item>(
	items: readonly Item[],
	path: string,
	inOrder: (a: Item, b: Item) => boolean,
	problem: RuleSetProblem,
	field?: string
): Generator<WrongValue> {
	for (let at = 1; at < items.length; at++) {
		if (!inOrder(items[at - 1]!, items[at]!)) yield { path: [path, at, ...(field ? [field] : [])].join('.'), problem };
	}
}
