import { listNeeds } from '$lib/domain/accessibility/needs';
import type { Answers } from '$lib/domain/application/answers';
import { toldOf } from '$lib/domain/application/answers-of-told';
import { factsOfPart, type FactPart } from '$lib/domain/household/facts';
import { asksSevereWithNeeds } from '$lib/domain/ruleset/questions';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { m } from '$lib/paraglide/messages';
import { needName } from './accessibility/need-name';
import { factWords, isOfOne } from './fact-words';
import { toldText } from './told-text';
import { stepName, stepsOf, type Step } from './request-steps';
import { linesOfMany, type Line } from './lines-of-many';

/** The answers, as a list of lines for each step that the rules ask or that has answers. A step without answers has no lines. */
export function summaryOf(
	answers: Answers,
	chosen: readonly { address: string }[],
	rules: RuleSet
): { step: Step; lines: Line[] }[] {
	const cards: { step: Step; lines: Line[] }[] = [
		{ step: 'household', lines: factLines(answers, 'members') },
		{ step: 'residence', lines: factLines(answers, 'residence') },
		{ step: 'home', lines: factLines(answers, 'home') },
		{ step: 'circumstances', lines: factLines(answers, 'circumstances') },
		{ step: 'income', lines: factLines(answers, 'income') },
		{ step: 'needs', lines: needsOf(answers, rules) },
		{
			step: 'dwellings',
			lines: chosen.map(({ address }, index) => ({
				label: m.apply_dwellings_place({ place: index + 1 }),
				value: address
			}))
		}
	];
	return cards.filter(({ step, lines }) => lines.length > 0 || stepsOf(rules).includes(step));
}

/** A line a fact that was told, in the order of the questions; one asked by several fields has lines of its own. */
function factLines(answers: Answers, part: FactPart): Line[] {
	if (answers[part] === undefined) return [];
	const told = toldOf(answers);
	return factsOfPart(part).flatMap((name): Line[] => {
		if (told[name] === undefined) return [];
		return isOfOne(name)
			? [{ label: factWords[name].label(), value: toldText(name, told[name]), fact: name }]
			: linesOfMany[name](answers).map((line) => ({ ...line, fact: name }));
	});
}

function needsOf({ needs: health }: Answers, rules: RuleSet): Line[] {
	if (!health) return [];
	const needs = listNeeds(health.needs).map((need) => ({ label: needName[need](), value: m.apply_yes() }));
	if (needs.length === 0) needs.push({ label: m.apply_needs(), value: m.apply_none_of_these() });
	const severe = { label: m.apply_severe(), value: health.severeDisability ? m.apply_yes() : m.apply_no() };
	return asksSevereWithNeeds(rules) || health.severeDisability ? [...needs, severe] : needs;
}

/** Everything that a request declared, in words, by the pages of the form. `chosen`: the homes, most wanted first. */
export function answersInWords(
	answers: Answers,
	chosen: readonly { id: string; address: string | null }[],
	rules: RuleSet
) {
	const homes = chosen.map(({ id, address }) => ({ address: address ?? id }));
	return summaryOf(answers, homes, rules)
		.filter(({ lines }) => lines.length > 0)
		.map(({ step, lines }) => ({ title: stepName[step](), lines }));
}
