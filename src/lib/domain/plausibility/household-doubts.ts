import type { Day } from '../calendar/instant';
import { fieldOf } from '../household/fact-fields';
import { partOf, type FactName, type FactPart } from '../household/facts';
import { withConsequences, type Told } from '../household/told';
import { answerRules } from './answer-rules';
import { doubtsOf, unanswered, type Doubt } from './doubt';
import { peopleRules } from './people-rules';

export type PeopleRule = (typeof peopleRules)[number]['id'];
export type AnswerRule = (typeof answerRules)[number]['id'];
export type HouseholdDoubt = Doubt<PeopleRule | AnswerRule> & { readonly fields: readonly FactName[] };

/** Everything doubtful in what a household told, without what it said to be right. */
export function householdDoubts(given: Told, today: Day): HouseholdDoubt[] {
	const told = withConsequences(given);
	const all = [...doubtsOf(peopleRules, told, today), ...doubtsOf(answerRules, told, today)];
	return unanswered(all, told.sure ?? []) as HouseholdDoubt[];
}

/** Whether a doubt stops the page of a part. */
export const stopsPart = ({ stops, fields }: HouseholdDoubt, part: FactPart): boolean =>
	stops && partOf(fields[0]!) === part;

/** The field of the form that shows a doubt. Of people, it is the field of the birth date with their number. */
export function fieldOfDoubt({ field, fields }: HouseholdDoubt): string {
	const member = /^m(\d+)$/.exec(field ?? '')?.[1];
	if (member) return `birthDate-${member}`;
	return field && /-\d+$/.test(field) ? field : fieldOf((field as FactName | undefined) ?? fields[0]!);
}

/** The parts of a request whose answers do not go together, each once. */
export const partsOfDoubt = ({ fields }: HouseholdDoubt): FactPart[] => [...new Set(fields.map(partOf))];
