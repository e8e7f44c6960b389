import type { Member } from '../household/fact-parts';
import { hasNeeds, noHealthFacts } from '../accessibility/needs';
import type { SensitiveFacts } from '../household/household';
import type { Answers } from './answers';
import { carriedAnswers, withoutCarriedHealth } from './carried';

/** A person as the page of the household asks for it. `form`: the id of the form in which it was typed. */
export type TypedPerson = Pick<Member, 'relation' | 'birthDate'> & { readonly form?: string };

const numberOf = (member: string) => Number(/^m(\d+)$/.exec(member)?.[1] ?? 0);
const typedText = ({ form, relation, birthDate }: TypedPerson) => `${form} ${relation} ${birthDate}`;

function lastNumber({ naming, members = [], circumstances, again, carried }: Answers): number {
	const said = [circumstances, again?.circumstances, carried?.told].flatMap((one) => one?.disabilities ?? []);
	const numbers = [...members.map(({ id }) => id), ...said.map(({ member }) => member)].map(numberOf);
	return Math.max(naming?.last ?? 0, ...numbers);
}

/**
 * The answers with one person more. The first is the applicant, whatever was typed; a second applicant is a correction
 * of the first. The same form sent twice adds one person: two people born on one day come from two forms.
 */
export function addPerson(answers: Answers, typed: TypedPerson): Answers {
	const { members = [] } = answers;
	const applicant = members.find(({ relation }) => relation === 'applicant');
	if (applicant && typed.relation === 'applicant') return changePerson(answers, applicant.id, typed);
	const before = answers.naming?.sent ?? [];
	const text = typedText(typed);
	if (typed.form && before.some((one) => one.typed === text)) return answers;
	const last = lastNumber(answers) + 1;
	const { birthDate } = typed;
	const member = { id: `m${last}`, relation: members.length === 0 ? 'applicant' : typed.relation, birthDate } as const;
	const sent = typed.form ? [...before, { typed: text, member: member.id }] : before;
	return { ...withNewPerson(answers), members: [...members, member], naming: { last, sent } };
}

/**
 * The answers with the facts of one person corrected. Where both the relation and the birth date are others, it is
 * another person, and nothing said of the first one stays.
 */
export function changePerson(answers: Answers, id: string, typed: TypedPerson): Answers {
	const { members = [] } = answers;
	const one = members.find((member) => member.id === id);
	if (!one) return answers;
	const relation = one.relation === 'applicant' ? one.relation : typed.relation;
	if (relation === 'applicant' && one.relation !== 'applicant') return answers;
	const { birthDate } = typed;
	const replaced = one.relation !== relation && one.birthDate !== birthDate;
	const last = lastNumber(answers) + (replaced ? 1 : 0);
	const now = { id: replaced ? `m${last}` : id, relation, birthDate };
	const changed = { ...answers, members: members.map((member) => (member.id === id ? now : member)) };
	return replaced ? { ...withoutAnswersAbout(changed, id), naming: { last, sent: sentWithout(answers, id) } } : changed;
}

/** The answers without one person and without what was said of it. The applicant stays. */
export function removePerson(answers: Answers, id: string): Answers {
	const { members = [] } = answers;
	if (!members.some((one) => one.id === id && one.relation !== 'applicant')) return answers;
	const left = { ...answers, members: members.filter((one) => one.id !== id) };
	return { ...withoutAnswersAbout(left, id), naming: { last: lastNumber(answers), sent: sentWithout(answers, id) } };
}

const sentWithout = ({ naming }: Answers, id: string) => (naming?.sent ?? []).filter(({ member }) => member !== id);

/** Nobody said yet what concerns the new person: the answers about health are asked again, as they stand. */
function withNewPerson(answers: Answers): Answers {
	const { circumstances, needs, ...others } = answers;
	if (!circumstances && !needs) return answers;
	return { ...others, again: { ...answers.again, ...(circumstances && { circumstances }), ...(needs && { needs }) } };
}

/**
 * Answers about a person go with that person. Needs and barriers are answers of the whole household: nobody knows whose
 * they were, so the portal asks for them again and fills in nothing.
 */
function withoutAnswersAbout(answers: Answers, id: string): Answers {
	const { circumstances, needs, again = {}, ...others } = withoutCarriedHealth(answers, id);
	const said = [circumstances, again.circumstances].some((one) => one?.disabilities?.some((of) => of.member === id));
	const neededSomething = [needs, again.needs].some((one) => one && (hasNeeds(one.needs) || one.severeDisability));
	const rest = circumstances ?? again.circumstances;
	const asked = {
		...(rest && (said || !circumstances) && { circumstances: said ? withoutPerson(rest, id) : rest }),
		...(neededSomething ? { needs: noHealthFacts } : again.needs && { needs: again.needs })
	};
	return {
		...others,
		...(circumstances && !said && { circumstances }),
		...(needs && !neededSomething && { needs }),
		...((said || neededSomething || answers.again) && { again: asked })
	};
}

function withoutPerson({ homeHasBarriers: _, disabilities = [], ...others }: SensitiveFacts, id: string) {
	return { ...others, disabilities: disabilities.filter(({ member }) => member !== id) };
}

/** The answers with one part told. It is not asked again. */
export function withPart<Part extends keyof NonNullable<Answers['again']>>(
	{ again, ...answers }: Answers,
	part: Part,
	told: Answers[Part]
): Answers {
	const { [part]: _, ...left } = again ?? {};
	return { ...answers, [part]: told, ...(Object.keys(left).length > 0 && { again: left }) };
}

/** The answers as the pages show them: those to be told again or confirmed stand in their fields. */
export const shownAnswers = ({ again, carried, ...answers }: Answers): Answers => ({
	...(carried && carriedAnswers(carried)),
	...again,
	...answers
});

/** Whether a part is to be told again because the people changed. */
export const isAskedAgain = (answers: Answers, part: 'circumstances' | 'needs'): boolean =>
	answers[part] === undefined && answers.again?.[part] !== undefined;
