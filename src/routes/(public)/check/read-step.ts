import { z } from 'zod';
import { relations } from '$lib/domain/household/choices';
import type { Member } from '$lib/domain/household/fact-parts';
import type { Told } from '$lib/domain/household/told';
import { everyQuestion } from '$lib/domain/ruleset/questions';
import { m } from '$lib/paraglide/messages';
import { birthDay } from '$lib/server/platform/forms/fields';
import { readPart, type ReadPart } from '$lib/server/requests/told/read-part';
import type { CheckValues } from './carried';
import { MOST_PEOPLE, rowsOf } from './people';
import { questionSteps, type QuestionStep } from './steps';

export type ReadStep = ReadPart;

/** The answers of one page. A blank answer is absent. Every question may have been asked: it depends on the notices that are open. */
export function readStep(step: QuestionStep, values: CheckValues): ReadStep {
	if (step === 'household') return readPeople(values);
	const people = peopleOf(values);
	const members = people.length > 0 ? people : [{ id: 'm1' }];
	return readPart(step, asForm(values), { needed: false, asked: everyQuestion, members });
}

/** The answers of all pages, or the first page with errors and its errors. */
export function readAll(
	values: CheckValues
): { ok: true; told: Told } | { ok: false; step: QuestionStep; errors: Record<string, string> } {
	let told: Told = values['sure'] ? { sure: values['sure'] } : {};
	for (const step of questionSteps) {
		const read = readStep(step, values);
		if (!read.ok) return { ok: false, step, errors: read.errors };
		told = { ...told, ...read.told };
	}
	return { ok: true, told };
}

/** The readable answers of all pages, with the doubts that were said to be right. */
export function toldSoFar(values: CheckValues): Told {
	const told = questionSteps.map((step) => readStep(step, values)).flatMap((read) => (read.ok ? [read.told] : []));
	return { ...(Object.assign({}, ...told) as Told), sure: values['sure'] ?? [] };
}

/** The people with a valid birth date, for the pages that ask about each person. */
export function peopleOf(values: CheckValues): readonly Member[] {
	const read = readPeople(values);
	return read.ok ? (read.told.members ?? []) : [];
}

const relation = z.enum(relations);

function readPeople(values: CheckValues): ReadStep {
	const text = (name: string) => values[name]?.at(-1) ?? '';
	const errors: Record<string, string> = {};
	const members: Member[] = [];
	for (const row of rowsOf(values)) {
		const [born, who] = [text(`birthDate-${row}`), row === 1 ? 'applicant' : text(`relation-${row}`)];
		if (born === '' && (row === 1 || who === '')) continue;
		const [day, related] = [birthDay.safeParse(born), relation.safeParse(who)];
		if (!related.success) errors[`relation-${row}`] = m.apply_error_relation();
		if (!day.success) errors[`birthDate-${row}`] = day.error.issues[0]!.message;
		if (day.success && related.success) members.push({ id: `m${row}`, relation: related.data, birthDate: day.data });
	}
	if (members.length > 0 && members[0]?.id !== 'm1') errors['birthDate-1'] = m.apply_error_you_first();
	if (members.length > MOST_PEOPLE) errors['birthDate-1'] = m.apply_error_too_many();
	if (Object.keys(errors).length > 0) return { ok: false, errors };
	return { ok: true, told: members.length > 0 ? { members } : {} };
}

function asForm(values: CheckValues): FormData {
	const form = new FormData();
	for (const [name, list] of Object.entries(values)) for (const value of list) form.append(name, value);
	return form;
}
