import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { dayOf } from '$lib/domain/calendar/deadline';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { tenancyProblem } from '$lib/server/letting/tenancies/problems';
import { readStaffTenancy, recordStep } from '$lib/server/letting/tenancies/service';
import { personOfTenancy } from '$lib/server/letting/tenancies/person-of-tenancy';
import { openPerson, shownPerson } from '../../open-person';
import type { Actions, PageServerLoad } from './$types';

const on = z.iso.date({ error: () => m.tenancy_date_error() });
const contractForm = z.object({
	number: z
		.string({ error: () => m.tenancy_number_error() })
		.min(3, { error: () => m.tenancy_number_error() })
		.max(60, { error: () => m.tenancy_number_error() }),
	on
});
const keysForm = z.object({ on });

export const load: PageServerLoad = async ({ params, locals }) => {
	const tenancy = await readStaffTenancy(db(), params.id, requireActor(locals), now());
	if (!tenancy) error(404, m.tenancy_unknown());
	const person = await shownPerson(await personOfTenancy(db(), params.id), requireActor(locals));
	return { tenancy, today: dayOf(now()), person };
};

export const actions = {
	person: async (event) => openPerson(event, await personOfTenancy(db(), event.params.id)),
	contract: async ({ request, params, locals }) => {
		const input = parseForm(contractForm, await request.formData());
		if (!input.ok) return fail(422, input);
		const step = { event: 'contract_registered' as const, ...input.data };
		const by = requireActor(locals);
		const done = await transact((trx) => recordStep(trx, params.id, step, by, now()));
		if (!done.ok) return fail(409, { problem: tenancyProblem(done), values: { ...input.data } });
		redirect(303, link('/(staff)/staff/tenancies/[id]', { id: params.id }));
	},
	keys: async ({ request, params, locals }) => {
		const input = parseForm(keysForm, await request.formData());
		if (!input.ok) return fail(422, input);
		const step = { event: 'keys_delivered' as const, ...input.data };
		const by = requireActor(locals);
		const done = await transact((trx) => recordStep(trx, params.id, step, by, now()));
		if (!done.ok) return fail(409, { problem: tenancyProblem(done), values: { ...input.data } });
		redirect(303, link('/(staff)/staff/tenancies/[id]', { id: params.id }));
	}
} satisfies Actions;
