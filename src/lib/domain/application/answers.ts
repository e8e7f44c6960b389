import type { HealthFacts } from '../accessibility/needs';
import type { Household } from '../household/household';

/**
 * What an applicant has answered so far, one part a step; a part is there once its step was saved. Kept sealed until
 * it is sent. Dwelling ids in `choices`, most wanted first.
 */
export type Answers = {
	readonly members?: Household['members'];
	readonly residence?: Pick<
		Household,
		'citizenship' | 'permitValidTo' | 'regionSince' | 'municipalitySince' | 'earlierResidence' | 'worksInLombardy'
	>;
	readonly home?: { readonly home: Household['home']; readonly ownsAdequateHome: boolean };
	readonly income?: Pick<Household, 'iseeCents' | 'iseeKind' | 'iseeValidTo' | 'assetsCents' | 'earlier'>;
	readonly needs?: HealthFacts;
	readonly choices?: readonly string[];
};

export const answerParts = ['members', 'residence', 'home', 'income', 'needs', 'choices'] as const;
export type AnswerPart = (typeof answerParts)[number];

/** The first part without an answer, in the order of the pages; null when all are there. */
export function firstMissing(answers: Answers): AnswerPart | null {
	return answerParts.find((part) => answers[part] === undefined || isEmpty(answers[part])) ?? null;
}

const isEmpty = (part: unknown) => Array.isArray(part) && part.length === 0;

/** The household that the answers declare; null while a part of it is missing. */
export function householdOf({ members, residence, home, income }: Answers): Household | null {
	if (!members?.length || !residence || !home || !income) return null;
	return { members, ...residence, ...home, ...income };
}
