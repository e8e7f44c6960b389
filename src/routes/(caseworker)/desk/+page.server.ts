import { error, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { readDesk } from '$lib/server/desk/households/service';
import { stopHelping } from '$lib/server/people/mandates/helping';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { leadsOrganisation } from '$lib/server/platform/organisations/read-helpers';
import type { Actions, PageServerLoad } from './$types';

// The names of households are read, and each reading is a row.
export const load: PageServerLoad = async ({ locals }) => {
	const by = requireActor(locals);
	return { desk: await transact((trx) => readDesk(trx, by, now())), leads: await leadsOrganisation(db(), by.id) };
};

export const actions = {
	/** The helper stops working for a person. */
	stop: async ({ locals }) => {
		const done = await transact((trx) => stopHelping(trx, locals.sessionId!, requireActor(locals), now()));
		if (!done.ok) error(403, m.mandates_problem_not_allowed());
		redirect(303, link('/(caseworker)/desk'));
	}
} satisfies Actions;
