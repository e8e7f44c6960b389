import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { householdOf, readDeskRecord } from '$lib/server/desk/at-desk/service';
import { newId } from '$lib/server/ids';
import { closeRecordOf, openAgain } from '$lib/server/people/desk-records/open-record';
import { deskRecordProblems } from '$lib/server/people/desk-records/problems';
import { giveAddress } from '$lib/server/people/desk-records/give-address';
import { emailField } from '$lib/server/platform/accounts/fields';
import { accountProblems } from '$lib/server/platform/accounts/problems';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { throttle } from '$lib/server/platform/auth/throttle';
import { transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import type { Actions, PageServerLoad } from './$types';

// The household's name and papers are read, and each reading is a row.
export const load: PageServerLoad = async ({ params, locals, url }) => {
	const by = requireActor(locals);
	const record = await transact((trx) => readDeskRecord(trx, params.id, by, now()));
	if (!record) error(404, m.desk_record_not_found());
	return { record, next: newId(), asked: url.searchParams.has('asked') };
};

type Event = RequestEvent<{ id: string }>;
type Refusal = { errors: Record<string, string>; values?: Record<string, string | string[]>; problem?: string };

const page = (id: string) => link('/(staff)/staff/desk/[id]', { id });
const againForm = z.object({ id: z.uuid({ error: () => m.form_not_read() }) });
const addressForm = z.object({ email: emailField });

export const actions = {
	close: async ({ locals }: Event) => {
		await transact((trx) => closeRecordOf(trx, requireActor(locals), now()));
		redirect(303, link('/(staff)/staff/desk'));
	},
	again: async ({ params, request, locals }: Event) => {
		const input = parseForm(againForm, await request.formData());
		if (!input.ok) return fail<Refusal>(422, { errors: input.errors });
		const by = requireActor(locals);
		const opened = await transact((trx) => openAgain(trx, { id: input.data.id, from: params.id }, by, now()));
		if (opened.ok) redirect(303, page(opened.id));
		if (opened.problem === 'not-found') error(404, m.desk_record_not_found());
		return fail<Refusal>(409, { errors: {}, problem: deskRecordProblems[opened.problem]() });
	},
	address: async ({ params, request, locals }: Event) => {
		const input = parseForm(addressForm, await request.formData());
		if (!input.ok) return fail<Refusal>(422, input);
		const by = requireActor(locals);
		const refuse = (problem: string) => fail<Refusal>(409, { errors: {}, values: input.data, problem });
		if (!(await throttle().take([['form', by.id]])).ok) return refuse(m.desk_mandate_too_many());
		const asked = await transact(async (trx) => {
			const household = await householdOf(trx, params.id, by, now());
			return household ? giveAddress(trx, input.data.email, household, now()) : null;
		});
		if (!asked) return refuse(m.desk_record_over());
		if (!asked.ok) return refuse(accountProblems[asked.problem]());
		redirect(303, `${page(params.id)}?asked`);
	}
} satisfies Actions;
