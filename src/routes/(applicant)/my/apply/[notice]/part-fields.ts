import { needNames, type Need } from '$lib/domain/accessibility/needs';
import type { AnswerPart, Answers } from '$lib/domain/application/answers';
import { savedFields } from './saved-answers';
import type { Saved } from './typed-values';

/** The needs as the page asks them, by group. */
export const needGroups = {
	moving: ['wheelchairIndoors', 'wheelchairOutdoors', 'walker', 'fewSteps'],
	helped: ['bathroomTransfers', 'carersRoom', 'poweredAids'],
	senses: ['lowVision', 'hearing', 'quietHome', 'quietRoom'],
	nearby: ['nearStop', 'nearPharmacy', 'nearClinic', 'nearShops', 'nearDayCare']
} as const satisfies Record<string, readonly Need[]>;

/** The saved answers of one page as its fields show them. */
export function partFields(part: Exclude<AnswerPart, 'members'>, answers: Answers): Saved {
	if (part === 'needs') return needFields(answers);
	if (part === 'choices') return choiceFields(answers);
	return savedFields({ [part]: answers[part] });
}

function needFields({ needs }: Answers): Saved {
	if (!needs) return {};
	const has = needNames.filter((need) => needs.needs[need]);
	const groups = Object.entries(needGroups).map(([name, of]) => [name, of.filter((need) => has.includes(need))]);
	return { ...Object.fromEntries(groups), severeDisability: needs.severeDisability ? 'on' : undefined };
}

const choiceFields = ({ choices = [] }: Answers): Saved =>
	Object.fromEntries(choices.map((id, index) => [`place-${id}`, String(index + 1)]));

/** A person of the household as the form that corrects it shows it; the last one, where the correction made it another person. */
export function personFields({ members = [] }: Answers, id: string): Saved {
	const one = members.find((member) => member.id === id);
	return one ? { relation: one.relation, birthDate: one.birthDate } : {};
}
