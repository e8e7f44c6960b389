import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { localizeHref } from '$lib/paraglide/runtime';
import { createAccount, givenRoles } from '$lib/server/platform/accounts/administer';
import { emailField } from '$lib/server/platform/accounts/fields';
import { personName } from '$lib/server/platform/accounts/person-name';
import { accountProblems } from '$lib/server/platform/accounts/problems';
import { readOrganisations } from '$lib/server/platform/accounts/read-accounts';
import { roleOptions } from '$lib/server/platform/accounts/role-names';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import type { Actions, PageServerLoad } from './$types';

const accountForm = (organisations: readonly string[]) =>
	z.object({
		name: personName,
		email: emailField,
		role: z.enum(givenRoles, { error: () => m.admin_role_missing() }),
		organisationId: z
			.union([z.literal(''), z.enum(organisations as [string, ...string[]])], {
				error: () => m.admin_organisation_unknown()
			})
			.transform((id) => id || null)
	});

export const load: PageServerLoad = async () => {
	const organisations = await readOrganisations(db());
	return {
		roleOptions: roleOptions(givenRoles),
		organisations: organisations.map(({ id, name }) => ({ value: id, label: name }))
	};
};

export const actions = {
	default: async ({ request, locals }) => {
		const ids = (await readOrganisations(db())).map(({ id }) => id);
		const input = parseForm(accountForm(ids), await request.formData());
		if (!input.ok) return fail(422, input);
		const values = { ...input.data, organisationId: input.data.organisationId ?? '' };
		const created = await transact((trx) => createAccount(trx, input.data, requireActor(locals), now()));
		if (!created.ok) return fail(409, { problem: accountProblems[created.problem](), values });
		redirect(303, `${localizeHref('/admin')}?created`);
	}
} satisfies Actions;
