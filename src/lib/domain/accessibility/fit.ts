import { severityOf, worstOf, type Check, type CheckedThing, type Verdict } from './checks';
import type { Measures } from './measures';
import { needChecks } from './need-checks';
import { needNames, needsOf, type Needs } from './needs';
import type { Work } from './works';

/** `checks` decide. `comfort` points are shown and never decide. */
export type Fit = {
	readonly verdict: Verdict;
	readonly checks: readonly Check[];
	readonly comfort: readonly Check[];
};

/**
 * Whether a dwelling suits a household's needs, and what decided. One thing that cannot be changed outweighs everything
 * else. Then comes something unknown, which never counts as suiting; then works. Without needs every dwelling suits. If
 * two needs look at the same thing, the worse answer counts.
 */
export function fitFor(needs: Needs, measures: Measures): Fit {
	const hard = new Map<CheckedThing, Check>();
	const soft = new Map<CheckedThing, Check>();
	for (const need of needNames) {
		if (!needs[need]) continue;
		for (const check of needChecks[need](measures)) {
			const found = check.hard ? hard : soft;
			const before = found.get(check.what);
			if (!before || severityOf(check.verdict) > severityOf(before.verdict)) found.set(check.what, check);
		}
	}
	const checks = [...hard.values()];
	const comfort = [...soft.values()].filter(({ what, verdict }) => verdict !== 'unknown' && !hard.has(what));
	return { verdict: worstOf(checks.map(({ verdict }) => verdict)), checks, comfort };
}

/** The works that would make a dwelling suit, each once, in the order of the checks. */
export const worksOf = ({ checks }: Fit): Work[] => [
	...new Set(checks.flatMap(({ verdict, work }) => (verdict === 'suits-with-works' && work !== null ? [work] : [])))
];

/** The measures that are missing for an answer. */
export const missingOf = ({ checks }: Fit): CheckedThing[] =>
	checks.filter(({ verdict }) => verdict === 'unknown').map(({ what }) => what);

const wheelchair = needsOf(['wheelchairIndoors']);

/**
 * Whether a person in a wheelchair can live there as it is. Such a dwelling is always set aside (docs/domain-rules.md, round 2).
 */
export function suitsWheelchair(measures: Measures): boolean {
	return fitFor(wheelchair, measures).verdict === 'suits';
}
