import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { forgetMet, readMet } from '$lib/server/platform/auth/identity-cookies';
import { linkIdentity, unlinkIdentity } from '$lib/server/platform/identity/link';
import { identitySettings } from '$lib/server/platform/auth/identity-settings';
import { readOwnIdentities } from '$lib/server/platform/identity/stored-claims';
import type { Actions, PageServerLoad } from './$types';

const oneForm = z.object({ identity: z.uuid({ error: () => m.identity_error_none() }) });
const nameOf = (claims: { givenName: string; familyName: string } | null) =>
	claims ? `${claims.givenName} ${claims.familyName}`.trim() : '';

export const load: PageServerLoad = async ({ locals, cookies, url }) => {
	identitySettings();
	const linked = await readOwnIdentities(db(), requireActor(locals).id);
	const met = readMet(cookies);
	return {
		linked: linked.map(({ id, linkedAt, claims }) => ({ id, linkedAt, name: nameOf(claims) })),
		met: met && { name: nameOf(met.claims) },
		done: url.searchParams.get('done')
	};
};

const done = (what: 'linked' | 'unlinked') => redirect(303, `${link('/(account)/account/identity')}?done=${what}`);

export const actions = {
	link: async ({ locals, cookies }) => {
		identitySettings();
		const by = requireActor(locals);
		const met = readMet(cookies);
		if (!met) return fail(409, { problem: m.identity_expired() });
		const linked = await transact((trx) => linkIdentity(trx, met, by, now()));
		forgetMet(cookies);
		if (!linked.ok) return fail(409, { problem: m.identity_taken() });
		done('linked');
	},
	unlink: async ({ request, locals }) => {
		identitySettings();
		const by = requireActor(locals);
		const input = parseForm(oneForm, await request.formData());
		if (!input.ok) return fail(422, { problem: m.identity_error_none() });
		const gone = await transact((trx) => unlinkIdentity(trx, input.data.identity, by, now()));
		if (!gone.ok) return fail(409, { problem: m.identity_password_needed() });
		done('unlinked');
	},
	forget: ({ cookies }) => {
		identitySettings();
		forgetMet(cookies);
		redirect(303, link('/(account)/account/identity'));
	}
} satisfies Actions;
