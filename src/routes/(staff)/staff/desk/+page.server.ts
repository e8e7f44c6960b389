import { error, fail, redirect } from '@sveltejs/kit';
import { dayOf } from '$lib/domain/calendar/deadline';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { readDeskRecords } from '$lib/server/desk/at-desk/service';
import { newId } from '$lib/server/ids';
import { openRecord } from '$lib/server/people/desk-records/open-record';
import { deskRecordProblems } from '$lib/server/people/desk-records/problems';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { recordForm, recordOf } from './record-form';
import type { Actions, PageServerLoad } from './$types';

// Names of households are read, and each reading is a row. The form carries the id of the record, so that a second click
// opens nothing.
export const load: PageServerLoad = async ({ locals }) => {
	const by = requireActor(locals);
	const records = await transact((trx) => readDeskRecords(trx, by, now()));
	if (!records) error(403, m.auth_refused_title());
	return { records, id: newId(), today: dayOf(now()) };
};

type Refusal = {
	errors: Record<string, string>;
	values: Record<string, string | string[]>;
	problem?: string;
	/** The two answers with which the officer goes on all the same: it is this person, or it is another household. */
	way?: { readonly field: 'account' | 'member'; readonly value: string };
};

export const actions = {
	default: async ({ request, locals }) => {
		const input = parseForm(recordForm, await request.formData());
		if (!input.ok) return fail<Refusal>(422, input);
		const by = requireActor(locals);
		const opened = await transact((trx) => openRecord(trx, recordOf(input.data), by, now()));
		if (opened.ok) redirect(303, link('/(staff)/staff/desk/[id]', { id: opened.id }));
		const { member, ...values } = input.data;
		const refusal = { errors: {}, values: { ...values, member: member ?? '' }, problem: sentenceOf(opened.problem) };
		if (opened.problem === 'known')
			return fail<Refusal>(409, { ...refusal, way: { field: 'account', value: opened.accountId } });
		if (opened.problem === 'is-member')
			return fail<Refusal>(409, { ...refusal, way: { field: 'member', value: 'yes' } });
		return fail<Refusal>(409, refusal);
	}
} satisfies Actions;

const sentenceOf = (problem: keyof typeof deskRecordProblems) => deskRecordProblems[problem]();
