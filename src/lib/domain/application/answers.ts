import type { HealthFacts } from '../accessibility/needs';
import type { FactsOf } from '../household/facts';
import type { Household, SensitiveFacts } from '../household/household';
import { asksCircumstances } from '../ruleset/questions';
import type { RuleSet } from '../ruleset/rule-set';
import type { Instant } from '../calendar/instant';
import type { Told } from '../household/told';

/**
 * How the people of a request got their names (`m1`, `m2`, …). A number is given once: what was said of a person that was
 * taken out can never pass to the next. `sent` keeps the forms that added a person still there, as they were typed.
 */
export type Naming = {
	readonly last: number;
	readonly sent: readonly { readonly typed: string; readonly member: string }[];
};

/** The request that answers come from. `sentAt`: when it was sent. */
export type Source = { readonly request: string; readonly protocol: string; readonly sentAt: Instant };

/**
 * The answers of an earlier request, which the household confirms page by page. A page shows them in its fields. They count
 * only after the household saved that page.
 */
export type Carried = {
	readonly from: Source;
	/** The facts of the pages not saved yet. The people stand in the answers themselves, so that each can be corrected. */
	readonly told: Told;
	readonly needs?: HealthFacts;
	/** The people are not confirmed yet. */
	readonly people?: true;
};

/**
 * The answers of an applicant so far, one part for each step; a part is there once its step was saved. They stay sealed
 * until they are sent. Dwelling ids in `choices`, most wanted first.
 */
export type Answers = {
	readonly members?: Household['members'];
	readonly residence?: FactsOf<'residence'>;
	readonly home?: FactsOf<'property'> & { readonly home: FactsOf<'home'> };
	/** Asked by some rule sets only; sealed with the needs. */
	readonly circumstances?: SensitiveFacts;
	readonly income?: FactsOf<'income'> & { readonly earlier: FactsOf<'earlier'> };
	readonly needs?: HealthFacts;
	readonly choices?: readonly string[];
	readonly naming?: Naming;
	/** The doubts that the applicant said to be right, by their keys. */
	readonly sure?: readonly string[];
	/** Answers from before the people changed. The fields show them; they count only when the household tells them again. */
	readonly again?: { readonly circumstances?: SensitiveFacts; readonly needs?: HealthFacts };
	/** Answers of an earlier request, to be confirmed page by page. */
	readonly carried?: Carried;
};

export const answerParts = ['members', 'residence', 'home', 'circumstances', 'income', 'needs', 'choices'] as const;
export type AnswerPart = (typeof answerParts)[number];

/** The first part that `rules` ask without an answer, in the order of the pages; null when all are there. */
export function firstMissing(answers: Answers, rules: RuleSet): AnswerPart | null {
	const asked = answerParts.filter((part) => part !== 'circumstances' || asksCircumstances(rules));
	return (
		asked.find((part) => answers[part] === undefined || isEmpty(answers[part]) || isCarried(answers, part)) ?? null
	);
}

/** The people were carried from an earlier request, and the household has not confirmed them. */
const isCarried = ({ carried }: Answers, part: AnswerPart) => part === 'members' && carried?.people === true;

const isEmpty = (part: unknown) => Array.isArray(part) && part.length === 0;

/** The household that the answers declare; null while a part of it is missing. */
export function householdOf({ members, residence, home, income, carried }: Answers): Household | null {
	if (!members?.length || carried?.people || !residence || !home || !income) return null;
	return { members, ...residence, ...home, ...income };
}

/**
 * The health facts that the answers declare; null while the needs are missing. Facts about a member who was removed
 * since are left out.
 */
export function healthOf({ members = [], needs, circumstances }: Answers): HealthFacts | null {
	if (!needs) return null;
	const ids = new Set(members.map(({ id }) => id));
	const disabilities = circumstances?.disabilities?.filter(({ member }) => ids.has(member));
	return { ...needs, ...circumstances, ...(disabilities && { disabilities }) };
}

/** Whether the household says that it flees violence: only its safe contact may be used. */
export const declaresViolence = ({ circumstances }: Answers): boolean =>
	circumstances?.emergency?.includes('violence') ?? false;
