import type { RequestEvent } from '@sveltejs/kit';
import type { Answers } from '$lib/domain/application/answers';
import { withConfirmed } from '$lib/domain/application/carried';
import { withPart } from '$lib/domain/application/people';
import { withSure } from '$lib/domain/application/sure';
import { dayOf } from '$lib/domain/calendar/deadline';
import { fieldOfDoubt, householdDoubts, stopsPart } from '$lib/domain/plausibility/household-doubts';
import { now } from '$lib/server/clock';
import { stopped, sureOf } from '$lib/server/platform/forms/doubtful';
import { householdDoubtText } from '$lib/words/doubts/household-doubt-text';
import { answersOfTold, toldOf } from '$lib/domain/application/answers-of-told';
import { factOf, type FactPart } from '$lib/domain/household/facts';
import { questionsOf, type Question } from '$lib/domain/ruleset/questions';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { chooseVersions } from '$lib/server/platform/forms/two-tabs';
import { readPart } from '$lib/server/requests/told/read-part';
import { partFields } from './part-fields';
import { formOf, refused, savePartOf, typed } from './save-step';
import type { Step } from '$lib/words/request-steps';

/** The questions of a notice for a household. A household without a home is not asked about barriers in its home. */
export function askedOf(rules: RuleSet, { home }: Answers): Question[] {
	const asked = questionsOf([rules]);
	if (home?.home.kind !== 'none') return asked;
	return asked.filter((name) => name === 'disabilityDetails' || factOf[name].withoutHome === undefined);
}

/** Reads the facts that a page asks, saves them as its part of the answers, and goes to `next`. */
export async function savePart(
	event: RequestEvent<{ notice: string }>,
	posted: FormData,
	part: Exclude<FactPart, 'members'>,
	next: (rules: RuleSet) => Step | 'news'
) {
	chooseVersions(posted);
	const { rules, answers } = await formOf(event);
	const values = typed(posted);
	// The page of the home asks everything: it is there that a household says that it has none.
	const asked = part === 'home' ? questionsOf([rules]) : askedOf(rules, answers);
	const read = readPart(part, posted, { needed: true, asked, members: answers.members ?? [] });
	if (!read.ok) return refused({ errors: read.errors, values });
	const sure = [...(answers.sure ?? []), ...sureOf(posted)];
	const told = { ...toldOf(answers), ...read.told, sure };
	const doubts = householdDoubts(told, dayOf(now())).filter((doubt) => stopsPart(doubt, part));
	if (doubts.length > 0) return refused({ ...stopped(doubts, householdDoubtText, fieldOfDoubt), values });
	// Whether there is a home says what else there can be.
	const { kind } = toldOf(answers);
	const given = answersOfTold({ kind, ...read.told }, rules)[part];
	const change = (saved: Answers): Answers => {
		const kept = withConfirmed(withSure(saved, sure), part);
		return part === 'circumstances'
			? withPart(kept, part, given as Answers['circumstances'])
			: { ...kept, [part]: given };
	};
	return savePartOf(event, posted, (saved) => partFields(part, saved), change, next(rules));
}
