import { fail, redirect } from '@sveltejs/kit';
import type { PersonFacts } from '$lib/domain/person/person';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { newsForm, newsValues } from '$lib/server/people/persons/contact-form';
import { untold } from '$lib/server/people/persons/confirm';
import { readOwnPerson, saveOwnPerson } from '$lib/server/people/persons/service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { postedValues } from '$lib/server/platform/forms/posted-values';
import { chooseVersions, staleForm, staleOf, type Stale } from '$lib/server/platform/forms/two-tabs';
import { besideIncome } from '$lib/words/request-steps';
import { formOf } from '../save-step';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const person = await readOwnPerson(db(), requireActor(locals).id);
	return { values: newsValues(person?.facts ?? null) };
};

export const actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		chooseVersions(posted);
		const input = parseForm(newsForm, posted);
		if (!input.ok) return fail(422, { ...input, problem: undefined, stale: undefined });
		const { rules } = await formOf(event);
		const by = requireActor(event.locals);
		const before = await readOwnPerson(db(), by.id);
		let stale: Stale | undefined;
		const change = (saved: PersonFacts | null): PersonFacts | null => {
			stale = staleOf(posted, { saved: newsValues(saved), yours: newsValues(input.data) });
			return stale ? null : { ...(saved ?? untold), ...input.data };
		};
		const done = await transact((trx) => saveOwnPerson(trx, change, by, now()));
		if (stale) return fail(409, staleForm({ stale, by: { name: null, at: before?.updatedAt ?? null } }));
		if (!done.ok) {
			const values = postedValues(posted);
			return fail(409, { errors: {}, values, problem: m.contact_problem_stale(), stale: undefined });
		}
		const next = besideIncome(rules, 'income') === 'circumstances' ? 'income' : 'check';
		redirect(303, link(`/(applicant)/my/apply/[notice]/${next}`, event.params));
	}
} satisfies Actions;
