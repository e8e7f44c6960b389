import { z } from 'zod';
import { dayOf } from '$lib/domain/calendar/deadline';
import { relations, type Member } from '$lib/domain/household/household';
import type { Told } from '$lib/domain/household/told';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { readCircumstances } from '$lib/server/requests/told/circumstances-form';
import { homeForm } from '$lib/server/requests/told/home-form';
import { incomeForm } from '$lib/server/requests/told/income-form';
import { residenceCheck } from '$lib/server/requests/told/residence-form';
import { readSpans } from '$lib/server/requests/told/spans';
import type { CheckValues } from './carried';
import { MOST_PEOPLE, rowsOf } from './people';
import { questionSteps, type QuestionStep } from './steps';

export type ReadStep = { ok: true; told: Told } | { ok: false; errors: Record<string, string> };

/** The answers of one page. A blank answer is absent. */
export function readStep(step: QuestionStep, values: CheckValues): ReadStep {
	if (step === 'household') return readPeople(values);
	if (step === 'circumstances') return readSensitive(values);
	if (step === 'residence') return readResidence(values);
	const schemas = { home: homeForm(false, { shared: true }), income: incomeForm(false) };
	const parsed = parseForm(schemas[step] as z.ZodType<Told>, asForm(values));
	return parsed.ok ? { ok: true, told: parsed.data } : { ok: false, errors: parsed.errors };
}

/** The answers of all pages, or the first page with errors and its errors. */
export function readAll(
	values: CheckValues
): { ok: true; told: Told } | { ok: false; step: QuestionStep; errors: Record<string, string> } {
	let told: Told = {};
	for (const step of questionSteps) {
		const read = readStep(step, values);
		if (!read.ok) return { ok: false, step, errors: read.errors };
		told = { ...told, ...read.told };
	}
	return { ok: true, told };
}

/** The people with a valid birth date, for the pages that ask about each person. */
export function peopleOf(values: CheckValues): readonly Member[] {
	const read = readPeople(values);
	return read.ok ? (read.told.members ?? []) : [];
}

const birthDate = z.iso.date().refine((day) => day >= '1900-01-01' && day <= dayOf(now()));
const relation = z.enum(relations);

function readPeople(values: CheckValues): ReadStep {
	const text = (name: string) => values[name]?.at(-1) ?? '';
	const errors: Record<string, string> = {};
	const members: Member[] = [];
	for (const row of rowsOf(values)) {
		const [born, who] = [text(`birthDate-${row}`), row === 1 ? 'applicant' : text(`relation-${row}`)];
		if (born === '' && (row === 1 || who === '')) continue;
		const [day, related] = [birthDate.safeParse(born), relation.safeParse(who)];
		if (!related.success) errors[`relation-${row}`] = m.apply_error_relation();
		if (!day.success) errors[`birthDate-${row}`] = m.apply_error_birth_date();
		if (day.success && related.success) members.push({ id: `m${row}`, relation: related.data, birthDate: day.data });
	}
	if (members.length > 0 && members[0]?.id !== 'm1') errors['birthDate-1'] = m.apply_error_you_first();
	if (members.length > MOST_PEOPLE) errors['birthDate-1'] = m.apply_error_too_many();
	if (Object.keys(errors).length > 0) return { ok: false, errors };
	return { ok: true, told: members.length > 0 ? { members } : {} };
}

function readResidence(values: CheckValues): ReadStep {
	const parsed = parseForm(residenceCheck, asForm(values));
	const { spans, errors } = readSpans((name) => values[name]?.at(-1) ?? '');
	const wrong = { ...(parsed.ok ? {} : parsed.errors), ...errors };
	if (!parsed.ok || Object.keys(wrong).length > 0) return { ok: false, errors: wrong };
	return { ok: true, told: spans.length > 0 ? { ...parsed.data, earlierResidence: spans } : parsed.data };
}

function readSensitive(values: CheckValues): ReadStep {
	const people = peopleOf(values);
	const members = people.length > 0 ? people : [{ id: 'm1' }];
	const asked = { disabilities: true, homeHasBarriers: true, emergency: true };
	const read = readCircumstances(values, members, false, asked);
	return read.ok ? { ok: true, told: read.facts } : read;
}

function asForm(values: CheckValues): FormData {
	const form = new FormData();
	for (const [name, list] of Object.entries(values)) for (const value of list) form.append(name, value);
	return form;
}
