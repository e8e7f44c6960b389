import { z } from 'zod';
import { fieldOf, tells } from '$lib/domain/household/fact-fields';
import type { Member } from '$lib/domain/household/fact-parts';
import { factOf, partOf, type FactName } from '$lib/domain/household/facts';
import { relations } from '$lib/domain/household/choices';
import { everyQuestion } from '$lib/domain/ruleset/questions';
import { m } from '$lib/paraglide/messages';
import { birthDay } from '$lib/server/platform/forms/fields';
import { readPart } from '$lib/server/requests/told/read-part';
import { textOf } from '$lib/server/requests/told/reading';

export type ReadValue = { ok: true; value: unknown } | { ok: false; errors: Record<string, string> };

/** The most people that a household has, as in a request. */
export const MOST_PEOPLE = 15;

/** The verified value of one fact, as its fields tell it; they are those in which a household declares it. */
export function readValue(fact: FactName, form: FormData, members: readonly Member[]): ReadValue {
	const part = partOf(fact);
	if (part === 'members') return readPeople(form);
	const read = readPart(part, form, { needed: true, asked: everyQuestion, members });
	if (read.ok) return found(fact, (read.told as Readonly<Record<string, unknown>>)[fact]);
	const errors = Object.entries(read.errors).filter(([field]) => tells(field, fact));
	if (errors.length > 0) return { ok: false, errors: Object.fromEntries(errors) };
	// The other facts of the part have no fields here. What is wrong with them is nothing that was typed.
	const alone = readPart(part, form, { needed: false, asked: everyQuestion, members });
	return found(fact, alone.ok ? (alone.told as Readonly<Record<string, unknown>>)[fact] : undefined);
}

function found(fact: FactName, value: unknown): ReadValue {
	const { kind } = factOf[fact].is;
	if (value !== undefined) return { ok: true, value };
	if (kind === 'since') return { ok: true, value: null };
	if (kind === 'spans') return { ok: true, value: [] };
	return {
		ok: false,
		errors: { [kind === 'disabilities' ? 'hasDisability' : fieldOf(fact)]: m.check_value_missing() }
	};
}

const person = z.object({
	relation: z.enum(relations, { error: () => m.apply_error_relation() }),
	birthDate: birthDay
});

/** The people in rows (`relation-1`, `birthDate-1`); a row left blank is nobody. The first is the applicant. */
function readPeople(form: FormData): ReadValue {
	const members: Member[] = [];
	const errors: Record<string, string> = {};
	for (let row = 1; row <= MOST_PEOPLE; row += 1) {
		const typed = { relation: textOf(form, `relation-${row}`), birthDate: textOf(form, `birthDate-${row}`) };
		if (!typed.birthDate && !typed.relation) continue;
		const read = person.safeParse(typed);
		if (read.success) members.push({ id: `m${row}`, ...read.data });
		else for (const { path, message } of read.error.issues) errors[`${path.join('.')}-${row}`] ??= message;
	}
	if (members.length === 0 && Object.keys(errors).length === 0) errors['birthDate-1'] = m.check_value_missing();
	return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value: members };
}
