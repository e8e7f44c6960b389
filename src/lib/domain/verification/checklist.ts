import { noHealthFacts } from '../accessibility/needs';
import { factsAfter, factsChanged } from '../changes/after-changes';
import type { AcceptedChange } from '../changes/change';
import type { Day } from '../calendar/instant';
import { judgeEligibility } from '../eligibility/judge-eligibility';
import { requirements } from '../eligibility/requirements';
import type { RequirementResult } from '../eligibility/requirement-result';
import type { FactName } from '../household/facts';
import type { RuleSet } from '../ruleset/rule-set';
import type { Score } from '../scoring/score';
import { scoreHousehold } from '../scoring/score-household';
import { factsRead, factsToCheck, readBy } from './facts-to-check';
import { isSettled, stateAfter, type CheckState, type DeclaredFacts, type Finding } from './finding';
import { valuesOf, verifiedFacts } from './verified-facts';

/** One fact of the checklist. `needed`: the request is not verified without it. Values in the units of the catalogue. */
export type CheckRow = {
	readonly fact: FactName;
	readonly state: CheckState;
	readonly needed: boolean;
	readonly declared: unknown;
	readonly verified: unknown;
};

/** open: facts are still to be checked. verified: all are, and every requirement is met. failed: some requirement is not. */
export type Standing = 'open' | 'verified' | 'failed';

export type Checklist = {
	readonly rows: readonly CheckRow[];
	readonly standing: Standing;
	/** The requirements as verified, each met or not. */
	readonly results: readonly RequirementResult[];
	/** Those that decide against the request now. */
	readonly failures: readonly RequirementResult[];
	readonly score: { readonly declared: Score; readonly verified: Score };
};

/**
 * The checklist of one request: what is to be checked, how far it is, and what follows. The rules are judged by the same
 * code as the declared facts. `today`: the day of the request in Milan, as for the declared score. `changes`: those after sending
 * that the office accepted; the rows stay those of the day of sending, and requirements and points take in what counts for them.
 */
export function checklistOf(
	declared: DeclaredFacts,
	findings: readonly Finding[],
	rules: RuleSet,
	today: Day,
	changes: readonly AcceptedChange[] = []
): Checklist {
	const verified = verifiedFacts(declared, findings);
	const acts = new Map(findings.map(({ fact, act }) => [fact, act]));
	// A correction can make another fact count, and one that counted before stays on the list.
	const needed = new Set([...factsToCheck(declared, rules, today), ...factsToCheck(verified, rules, today)]);
	const [said, found] = [valuesOf(declared), valuesOf(verified)];
	const rows = factsRead(rules).map((fact): CheckRow => {
		const state = stateAfter(acts.get(fact));
		return { fact, state, needed: needed.has(fact), declared: said[fact], verified: found[fact] };
	});
	const renewed = factsChanged(changes, verified, 'requirements');
	const still = findings.filter(({ fact }) => !renewed.has(fact));
	const results = judgeVerified(factsAfter(verified, changes, 'requirements'), still, rules, today);
	const pending = new Set(rows.filter((row) => row.needed && !isSettled(row.state)).map(({ fact }) => fact));
	const failures = results.filter((result) => decides(result, pending));
	const standing = failures.length > 0 ? 'failed' : pending.size > 0 ? 'open' : 'verified';
	const score = (facts: DeclaredFacts) => scoreHousehold(facts.household, facts.health ?? noHealthFacts, rules, today);
	return {
		rows,
		standing,
		results,
		failures,
		score: { declared: score(declared), verified: score(factsAfter(verified, changes, 'points')) }
	};
}

/** What fails or is not proven decides at once; a fact that was never told only when nothing is waited for any more. */
function decides({ outcome, requirement, reason }: RequirementResult, pending: ReadonlySet<FactName>): boolean {
	if (outcome !== 'missing') return outcome === 'failed';
	if (reason === 'not-proven') return true;
	return !readBy(requirements.find(({ id }) => id === requirement)!).some((name) => pending.has(name));
}

/** The requirements on the verified facts. One that rests on a fact that is not proven is missing, whatever its blank would say. */
function judgeVerified(verified: DeclaredFacts, findings: readonly Finding[], rules: RuleSet, today: Day) {
	const unproven = new Set(findings.filter(({ act }) => act === 'not-proven').map(({ fact }) => fact));
	const { results } = judgeEligibility(verified.household, verified.health, rules, today);
	if (unproven.size === 0) return results;
	const values = valuesOf(verified);
	const told = Object.fromEntries(Object.entries(values).filter(([name]) => !unproven.has(name as FactName)));
	const lives = unproven.has('regionSince') ? {} : { livesInLombardy: verified.household.regionSince !== null };
	return results.map((result): RequirementResult => {
		const rule = requirements.find(({ id }) => id === result.requirement)!;
		const rests = readBy(rule).some((name) => unproven.has(name));
		if (!rests || (result.outcome !== 'missing' && rule.told({ ...told, ...lives }))) return result;
		return { ...result, outcome: 'missing', threshold: null, fact: null, reason: 'not-proven' };
	});
}
