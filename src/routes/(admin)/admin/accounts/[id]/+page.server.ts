import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { localizeHref } from '$lib/paraglide/runtime';
import {
	changeRole,
	givenRoles,
	inviteAgain,
	resetSecondFactor,
	setDisabled
} from '$lib/server/platform/accounts/administer';
import { noteAccountsRead } from '$lib/server/people/readings/note-readings';
import { accountProblems } from '$lib/server/platform/accounts/problems';
import { readAccount } from '$lib/server/platform/accounts/read-accounts';
import { roleNames, roleOptions } from '$lib/server/platform/accounts/role-names';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { sessions } from '$lib/server/platform/auth/sessions';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { leadsOrganisation } from '$lib/server/platform/organisations/read-helpers';
import { setHelperLeads } from '$lib/server/platform/organisations/remove-helper';
import type { Actions, PageServerLoad } from './$types';

const roleForm = z.object({ role: z.enum(givenRoles, { error: () => m.admin_role_missing() }) });

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const by = requireActor(locals);
	const account = await transact(async (trx) => {
		const read = await readAccount(trx, params.id);
		await noteAccountsRead(trx, read ? [read] : [], by, now());
		return read;
	});
	if (!account) error(404, m.auth_account_not_found());
	const helps = account.role === 'caseworker' && account.organisationId !== null;
	return {
		/** Whether this helper leads the organisation; null for an account that cannot. */
		leads: helps ? await leadsOrganisation(db(), account.id) : null,
		account: { ...account, roleName: roleNames[account.role]() },
		own: account.id === by.id,
		roleOptions: roleOptions(givenRoles),
		done: url.searchParams.has('done')
	};
};

type Result = Awaited<ReturnType<typeof changeRole>>;

function answer(result: Result, id: string) {
	if (!result.ok && result.problem === 'not-found') error(404, m.auth_account_not_found());
	if (!result.ok) return fail(409, { problem: accountProblems[result.problem]() });
	redirect(303, `${localizeHref(`/admin/accounts/${id}`)}?done`);
}

export const actions = {
	role: async ({ request, params: { id }, locals }) => {
		const input = parseForm(roleForm, await request.formData());
		if (!input.ok) return fail(422, { errors: input.errors });
		const change = { id, role: input.data.role };
		return answer(await transact((trx) => changeRole(trx, sessions(), change, requireActor(locals), now())), id);
	},
	lead: async ({ params: { id }, locals }) => {
		const change = { id, leads: true };
		return answer(await transact((trx) => setHelperLeads(trx, change, requireActor(locals), now())), id);
	},
	unlead: async ({ params: { id }, locals }) => {
		const change = { id, leads: false };
		return answer(await transact((trx) => setHelperLeads(trx, change, requireActor(locals), now())), id);
	},
	disable: async ({ params: { id }, locals }) => {
		const change = { id, disabled: true };
		return answer(await transact((trx) => setDisabled(trx, sessions(), change, requireActor(locals), now())), id);
	},
	enable: async ({ params: { id }, locals }) => {
		const change = { id, disabled: false };
		return answer(await transact((trx) => setDisabled(trx, sessions(), change, requireActor(locals), now())), id);
	},
	invite: async ({ params: { id }, locals }) =>
		answer(await transact((trx) => inviteAgain(trx, id, requireActor(locals), now())), id),
	secondFactor: async ({ params: { id }, locals }) =>
		answer(await transact((trx) => resetSecondFactor(trx, sessions(), id, requireActor(locals), now())), id)
} satisfies Actions;
