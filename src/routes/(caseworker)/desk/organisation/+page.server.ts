import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { machineTime, now } from '$lib/server/clock';
import { newId } from '$lib/server/ids';
import { emailField } from '$lib/server/platform/accounts/fields';
import { personName } from '$lib/server/platform/accounts/person-name';
import { mailKeys } from '$lib/server/platform/auth/attempt-keys';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { sessions } from '$lib/server/platform/auth/sessions';
import { throttle } from '$lib/server/platform/auth/throttle';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { inviteHelper, withdrawInvitation } from '$lib/server/platform/organisations/invite-helper';
import { helperProblems } from '$lib/server/platform/organisations/problems';
import { readHelpers } from '$lib/server/platform/organisations/read-helpers';
import { setHelperRemoved } from '$lib/server/platform/organisations/remove-helper';
import type { Actions, PageServerLoad } from './$types';

// The form carries the id of the invitation, so that a second click invites nobody.
export const load: PageServerLoad = async ({ locals, url }) => {
	const found = await readHelpers(db(), requireActor(locals));
	if (!found) error(404, m.helpers_not_allowed());
	const invitations = found.invitations.map((one) => ({ ...one, isOver: one.endsAt <= machineTime() }));
	return { ...found, invitations, id: newId(), done: url.searchParams.get('done') };
};

type Refusal = { errors: Record<string, string>; values?: Record<string, string | string[]>; problem?: string };
type Event = RequestEvent;

const which = z.object({ id: z.uuid({ error: () => m.form_not_read() }) });
const invitation = which.extend({ name: personName, email: emailField });
const here = (done: 'sent' | 'withdrawn' | 'removed' | 'in') =>
	`${link('/(caseworker)/desk/organisation')}?done=${done}`;
const refuse = (problem: keyof typeof helperProblems) =>
	fail<Refusal>(409, { errors: {}, problem: helperProblems[problem]() });

async function setRemoved({ request, locals }: Event, removed: boolean) {
	const input = parseForm(which, await request.formData());
	if (!input.ok) return fail<Refusal>(422, input);
	const change = { id: input.data.id, removed };
	const done = await transact((trx) => setHelperRemoved(trx, sessions(), change, requireActor(locals), now()));
	if (!done.ok) return refuse(done.problem);
	redirect(303, here(removed ? 'removed' : 'in'));
}

export const actions = {
	invite: async ({ request, locals, getClientAddress }: Event) => {
		const input = parseForm(invitation, await request.formData());
		if (!input.ok) return fail<Refusal>(422, input);
		const { id, name, email } = input.data;
		const free = await throttle().take(mailKeys(email, getClientAddress()));
		if (!free.ok) return fail<Refusal>(429, { errors: {}, values: input.data, problem: m.helpers_too_many() });
		const done = await transact((trx) => inviteHelper(trx, { id, name, email }, requireActor(locals), now()));
		if (!done.ok) return refuse(done.problem);
		redirect(303, here('sent'));
	},
	withdraw: async ({ request, locals }: Event) => {
		const input = parseForm(which, await request.formData());
		if (!input.ok) return fail<Refusal>(422, input);
		const done = await transact((trx) => withdrawInvitation(trx, input.data.id, requireActor(locals), now()));
		if (!done.ok) return refuse(done.problem);
		redirect(303, here('withdrawn'));
	},
	remove: (event: Event) => setRemoved(event, true),
	letIn: (event: Event) => setRemoved(event, false)
} satisfies Actions;
