import type { Answers } from '$lib/domain/application/answers';
import type { Member } from '$lib/domain/household/fact-parts';
import { factOf, partOf, type FactName } from '$lib/domain/household/facts';
import type { Standing } from '$lib/domain/verification/checklist';
import type { CheckAct, CheckState, CheckWay } from '$lib/domain/verification/finding';
import { m } from '$lib/paraglide/messages';
import { factLabel, isOfOne } from './fact-words';
import { linesOfMany } from './lines-of-many';
import { toldText } from './told-text';

export const checkStateName: Readonly<Record<CheckState, () => string>> = {
	open: m.check_state_open,
	asked: m.check_state_asked,
	answered: m.check_state_answered,
	accepted: m.check_state_accepted,
	corrected: m.check_state_corrected,
	'not-proven': m.check_state_not_proven
};

export const checkActName: Readonly<Record<CheckAct, () => string>> = {
	asked: m.check_act_asked,
	answered: m.check_act_answered,
	accepted: m.check_act_accepted,
	corrected: m.check_act_corrected,
	'not-proven': m.check_act_not_proven,
	reopened: m.check_act_reopened
};

export const checkWayName: Readonly<Record<CheckWay, () => string>> = {
	document: m.check_way_document,
	register: m.check_way_register,
	inspection: m.check_way_inspection
};

export const standingName: Readonly<Record<Standing, () => string>> = {
	open: m.check_standing_open,
	verified: m.check_standing_verified,
	failed: m.check_standing_failed
};

export const standingShort: Readonly<Record<Standing, () => string>> = {
	open: m.check_short_open,
	verified: m.check_short_verified,
	failed: m.check_short_failed
};

/** The name of a fact in a list: its question, without what ends a question. */
export const factName = (fact: FactName): string => factLabel(fact).replace(/\s*[?:]$/, '');

/** A value of a fact in words. `members`: the people whom a fact about some of them is about. */
export function factValueText(fact: FactName, value: unknown, members: readonly Member[]): string {
	if (value === undefined) return m.check_not_declared();
	if (isOfOne(fact)) return toldText(fact, value);
	const lines = linesOfMany[fact](answersWith(fact, value, members)).map((line) => `${line.label}: ${line.value}`);
	return lines.join('; ') || m.apply_none_of_these();
}

/** The answers in which a fact of several fields stands. */
function answersWith(fact: FactName, value: unknown, members: readonly Member[]): Answers {
	if (factOf[fact].is.kind === 'people') return { members: value as Member[] };
	return { members, [partOf(fact)]: { [fact]: value } } as Answers;
}
