import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { PersonFacts } from '$lib/domain/person/person';
import { m } from '$lib/paraglide/messages';
import { link } from '$lib/i18n/link';
import { config } from '$lib/server/config';
import { now } from '$lib/server/clock';
import { lastMailBounced, lastNewsUnreached } from '$lib/server/people/messages/bounced';
import { contactForm, contactValues, suggestedValues } from '$lib/server/people/persons/contact-form';
import { confirmByIdentity, offeredDetails } from '$lib/server/people/persons/confirm';
import { contactDoubts, readOwnPerson, saveOwnPerson } from '$lib/server/people/persons/service';
import { readOwnAccount } from '$lib/server/platform/accounts/own-account';
import type { Actor } from '$lib/server/platform/auth/actor';
import { safeNext } from '$lib/server/platform/auth/next-path';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { postedValues } from '$lib/server/platform/forms/posted-values';
import { chooseVersions, staleForm, staleOf, type Stale } from '$lib/server/platform/forms/two-tabs';
import { declaredBirthDate } from '$lib/server/requests/applications/declared-birth-date';
import { myRequests } from '$lib/server/requests/applications/reading-service';
import type { Actions, PageServerLoad } from './$types';

/** The unusual points of the saved details, with the birth date that a request declares. */
async function doubtsOf(facts: PersonFacts, by: Actor) {
	const birthDate = by.role === 'applicant' ? await declaredBirthDate(db(), by) : null;
	return contactDoubts(facts, birthDate);
}

/** The titles of the requests that the details are used for. */
async function openRequests(by: Actor) {
	if (by.role !== 'applicant') return [];
	const { requests } = await myRequests(db(), by, now());
	return requests.filter(({ ended }) => !ended).map(({ id, notice }) => ({ id, title: notice.title }));
}

export const load: PageServerLoad = async ({ locals, url }) => {
	const by = requireActor(locals);
	const person = await readOwnPerson(db(), by.id);
	const { email } = await readOwnAccount(db(), by);
	return {
		values: contactValues(person?.facts ?? null),
		suggested: person ? {} : suggestedValues(by.name),
		doubts: person ? await doubtsOf(person.facts, by) : [],
		requests: await openRequests(by),
		offered: await offeredDetails(db(), by),
		confirmed: person?.facts.confirmed ?? {},
		email,
		bounced: await lastMailBounced(db(), by.id),
		unreached: await lastNewsUnreached(db(), by.id),
		ways: { sms: config().sms !== null, io: config().appIo !== null },
		saved: url.searchParams.has('saved'),
		taken: url.searchParams.has('confirmed'),
		next: safeNext(url.searchParams.get('next'))
	};
};

/** The next address after the act `what`, with the page that the person came from. */
function here(what: 'saved' | 'confirmed', next: string | null): string {
	const back = next ? `&next=${encodeURIComponent(next)}` : '';
	return `${link('/(account)/account/contact')}?${what}${back}`;
}

const confirmForm = z.object({ agree: z.literal('on', { error: () => m.contact_identity_error() }) });

export const actions = {
	confirm: async ({ request, locals, url }) => {
		const input = parseForm(confirmForm, await request.formData());
		const none = { values: undefined, stale: undefined, problem: undefined };
		if (!input.ok) return fail(422, { ...none, errors: input.errors });
		const by = requireActor(locals);
		const done = await transact((trx) => confirmByIdentity(trx, by, now()));
		if (!done.ok) return fail(409, { ...none, errors: {}, problem: m.contact_identity_gone() });
		redirect(303, here('confirmed', safeNext(url.searchParams.get('next'))));
	},
	save: async ({ request, locals, url }) => {
		const posted = await request.formData();
		chooseVersions(posted);
		const input = parseForm(contactForm, posted);
		const none = { problem: undefined, stale: undefined };
		if (!input.ok) return fail(422, { ...input, ...none });
		const by = requireActor(locals);
		const before = await readOwnPerson(db(), by.id);
		let stale: Stale | undefined;
		const change = (saved: PersonFacts | null) => {
			stale = staleOf(posted, { saved: contactValues(saved), yours: contactValues(input.data) });
			return stale ? null : input.data;
		};
		const saved = await transact((trx) => saveOwnPerson(trx, change, by, now()));
		if (stale) return fail(409, staleForm({ stale, by: { name: null, at: before?.updatedAt ?? null } }));
		if (!saved.ok)
			return fail(409, { ...none, errors: {}, values: postedValues(posted), problem: m.contact_problem_stale() });
		const next = safeNext(url.searchParams.get('next'));
		if (next && (await doubtsOf(input.data, by)).length === 0) redirect(303, next);
		redirect(303, here('saved', next));
	}
} satisfies Actions;
