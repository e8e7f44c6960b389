import { redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { formMark } from '$lib/server/platform/auth/form-mark';
import { landingPage } from '$lib/server/platform/auth/landing';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { forgetKept, readKept } from '$lib/server/platform/http/kept-form';
import { now } from '$lib/server/clock';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies, locals }) => {
	const actor = requireActor(locals);
	const kept = readKept(cookies, formMark(actor.id), now());
	return { kept: kept && { action: kept.action, fields: kept.fields }, home: landingPage(actor.role) };
};

export const actions = {
	discard: async ({ cookies, locals }) => {
		requireActor(locals);
		forgetKept(cookies);
		redirect(303, link('/(account)/account/kept'));
	}
} satisfies Actions;
