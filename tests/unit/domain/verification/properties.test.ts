import fc from 'fast-check';
import { expect, it } from 'vitest';
import { judgeEligibility } from '$lib/domain/eligibility/judge-eligibility';
import { factNames, type FactName } from '$lib/domain/household/facts';
import { filled, type Told } from '$lib/domain/household/told';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import { sap2025 } from '$lib/domain/ruleset/sets/sap-2025';
import { temporary2026 } from '$lib/domain/ruleset/sets/temporary-2026';
import { scoreHousehold } from '$lib/domain/scoring/score-household';
import { checklistOf } from '$lib/domain/verification/checklist';
import { compareScores } from '$lib/domain/verification/compare-scores';
import { checkActs, type Finding } from '$lib/domain/verification/finding';
import { valuesOf, verifiedFacts } from '$lib/domain/verification/verified-facts';
import { everythingTold } from '../../../support/builders/told';

const TODAY = '2026-11-22';
const rules = fc.constantFrom(sap2025, agency2026, temporary2026);
const names = fc.subarray([...factNames]);
/** Findings about some facts: corrected to what another household told, or any other act. */
const findings = fc
	.tuple(names, everythingTold, fc.infiniteStream(fc.constantFrom(...checkActs)))
	.map(([some, other, acts]): Finding[] =>
		some.map((fact) => {
			const act = acts.next().value as Finding['act'];
			return act === 'corrected' ? { fact, act, value: other[fact] } : { fact, act };
		})
	);

it('what is accepted as declared scores and is judged as it was declared', () => {
	fc.assert(
		fc.property(everythingTold, names, rules, (told, some, set) => {
			const declared = filled(told);
			const list = checklistOf(
				declared,
				some.map((fact): Finding => ({ fact, act: 'accepted' })),
				set,
				TODAY
			);
			expect(list.score.verified).toEqual(list.score.declared);
			expect(list.score.declared).toEqual(scoreHousehold(declared.household, declared.health, set, TODAY));
			expect(list.results).toEqual(judgeEligibility(declared.household, declared.health, set, TODAY).results);
		})
	);
});

it('facts corrected to those of another household score as that household declared them', () => {
	fc.assert(
		fc.property(everythingTold, everythingTold, rules, (told, other, set) => {
			const all = factNames.map((fact): Finding => ({ fact, act: 'corrected', value: other[fact] }));
			const list = checklistOf(filled(told), all, set, TODAY);
			const { household, health } = filled(other);
			expect(list.score.verified).toEqual(scoreHousehold(household, health, set, TODAY));
			expect(list.results).toEqual(judgeEligibility(household, health, set, TODAY).results);
		})
	);
});

it('what is not proven never gives points, and never meets a requirement that was not met', () => {
	fc.assert(
		fc.property(everythingTold, names, rules, (told, some, set) => {
			const declared = checklistOf(filled(told), [], set, TODAY);
			const list = checklistOf(
				filled(told),
				some.map((fact): Finding => ({ fact, act: 'not-proven' })),
				set,
				TODAY
			);
			const unmet = declared.results.filter(({ outcome }) => outcome !== 'met').map((one) => one.requirement);
			for (const { requirement, outcome } of list.results)
				if (unmet.includes(requirement)) expect(outcome, requirement).not.toBe('met');
			for (const line of list.score.verified.lines.filter(({ points }) => points > 0)) {
				const before = declared.score.declared.lines.find(({ criterion }) => criterion === line.criterion);
				expect(line.points, line.criterion).toBeLessThanOrEqual(before?.points ?? 0);
			}
		})
	);
});

it('the order of the findings means nothing, and finding again changes nothing', () => {
	fc.assert(
		fc.property(everythingTold, findings, rules, (told, some, set) => {
			const once = checklistOf(filled(told), some, set, TODAY);
			expect(checklistOf(filled(told), some.toReversed(), set, TODAY)).toEqual(once);
			const verified = verifiedFacts(filled(told), some);
			expect(verifiedFacts(verified, some)).toEqual(verified);
		})
	);
});

it('the changes of the lines add up to the change of the total', () => {
	fc.assert(
		fc.property(everythingTold, findings, rules, (told, some, set) => {
			const { score } = checklistOf(filled(told), some, set, TODAY);
			const sum = compareScores(score.declared, score.verified).reduce((all, { change }) => all + change, 0);
			expect(sum).toBe(score.verified.total - score.declared.total);
		})
	);
});

it('a request is verified when each of its facts that count is settled and each requirement met, and only then', () => {
	fc.assert(
		fc.property(everythingTold, findings, rules, (told, some, set) => {
			const { rows, standing, results } = checklistOf(filled(told), some, set, TODAY);
			const settled = rows.every(({ needed, state }) => !needed || /accepted|corrected|not-proven/.test(state));
			const met = results.every(({ outcome }) => outcome === 'met');
			expect(standing === 'verified').toBe(settled && met);
		})
	);
});

it('an unchecked fact that could lower the points is never left out', () => {
	fc.assert(
		fc.property(everythingTold, everythingTold, rules, (told, other, set) => {
			const declared = filled(told);
			const list = checklistOf(declared, [], set, TODAY);
			const unneeded = list.rows.filter(({ needed }) => !needed).map(({ fact }) => fact);
			for (const fact of unneeded as FactName[]) {
				if (other[fact] === undefined || fact === 'kind') continue;
				const changed = checklistOf(declared, [{ fact, act: 'corrected', value: other[fact] }], set, TODAY);
				expect(changed.score.verified.total, fact).toBeGreaterThanOrEqual(list.score.declared.total);
			}
		})
	);
});

it('reads back every fact that was told', () => {
	fc.assert(
		fc.property(everythingTold, (told) => {
			const { livesInLombardy: _lives, ...facts } = told as Told;
			expect(valuesOf(filled(told))).toEqual(facts);
		})
	);
});
