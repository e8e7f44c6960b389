import { fail, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { now } from '$lib/server/clock';
import { namesForm, namesValues } from '$lib/server/people/persons/names-form';
import { taxCodeDoubts } from '$lib/server/people/persons/tax-code';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { postedValues } from '$lib/server/platform/forms/posted-values';
import { chooseVersions, staleForm, staleOf, type Stale } from '$lib/server/platform/forms/two-tabs';
import {
	namesFromBefore,
	readHouseholdNames,
	saveHouseholdNames,
	type HouseholdNames
} from '$lib/server/requests/applications/household-names';
import { applicationProblems } from '$lib/server/requests/applications/problems';
import { formOf } from '../save-step';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { answers, draft } = await parent();
	const members = (answers.members ?? []).filter(({ relation }) => relation !== 'applicant');
	const saved = draft ? await readHouseholdNames(db(), draft.id) : {};
	const before = await namesFromBefore(db(), members, requireActor(locals));
	return {
		people: members.map((member) => ({
			...member,
			doubts: saved[member.id] ? taxCodeDoubts(saved[member.id]!, member.birthDate) : []
		})),
		saved: namesValues(saved),
		/** Names of an earlier request, for members who have none yet. The person looks at them and saves. */
		offered: namesValues(Object.fromEntries(Object.entries(before).filter(([member]) => saved[member] === undefined)))
	};
};

export const actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		chooseVersions(posted);
		const { members = [] } = (await formOf(event)).answers;
		const input = parseForm(namesForm(members.map(({ id }) => id)), posted);
		if (!input.ok) return fail(422, { ...input, problem: undefined, stale: undefined });
		let stale: Stale | undefined;
		const change = (saved: HouseholdNames) => {
			stale = staleOf(posted, { saved: namesValues(saved), yours: namesValues(input.data) });
			return stale ? null : input.data;
		};
		const by = requireActor(event.locals);
		const done = await transact((trx) => saveHouseholdNames(trx, event.params.notice, change, by, now()));
		if (stale) return fail(409, staleForm({ stale, by: { name: null, at: null } }));
		if (!done.ok) {
			const problem = applicationProblems[done.problem]();
			return fail(409, { errors: {}, values: postedValues(posted), problem, stale: undefined });
		}
		redirect(303, `${link('/(applicant)/my/apply/[notice]/check', event.params)}#names`);
	}
} satisfies Actions;
