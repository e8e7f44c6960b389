import { error, fail, redirect } from '@sveltejs/kit';
import type { DocumentFacts } from '$lib/domain/documents/judge-document';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { toldForm, toldValues } from '$lib/server/people/documents/form';
import { documentProblems } from '$lib/server/people/documents/problems';
import { asNamed, myDocument } from '$lib/server/people/documents/reading-service';
import { changeDocument, removeDocument } from '$lib/server/people/documents/service';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { safeNext } from '$lib/server/platform/auth/next-path';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { postedValues } from '$lib/server/platform/forms/posted-values';
import { chooseVersions, staleForm, staleOf, type Stale } from '$lib/server/platform/forms/two-tabs';
import { objects } from '$lib/server/platform/objects/app';
import { fullName } from '$lib/domain/person/person';
import { myMembers } from '$lib/server/requests/applications/known-members';
import { holderOptions, holdersOf } from '../holder-options';
import { incomeYears } from '../income-years';
import { nextSearch } from '../next-search';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const by = requireActor(locals);
	const members = await myMembers(db(), by);
	const document = await myDocument(db(), params.id, members, by, now());
	if (!document) error(404, m.documents_problem_unknown());
	const { searchParams } = url;
	const person = await readOwnPerson(db(), by.id);
	return {
		document,
		values: toldValues(document.facts),
		holders: holderOptions(person ? fullName(person.facts) : '', members, document.facts.holder),
		years: incomeYears(now(), document.facts.year),
		kept: searchParams.has('kept'),
		saved: searchParams.has('saved'),
		next: safeNext(searchParams.get('next'))
	};
};

export const actions = {
	save: async ({ request, params, locals, url }) => {
		const by = requireActor(locals);
		const members = await myMembers(db(), by);
		const before = await myDocument(db(), params.id, members, by, now());
		if (!before) error(404, m.documents_problem_unknown());
		const posted = await request.formData();
		chooseVersions(posted);
		const input = parseForm(toldForm(holdersOf(members, before.facts.holder)), posted);
		const none = { problem: undefined, stale: undefined };
		if (!input.ok) return fail(422, { ...input, ...none });
		let stale: Stale | undefined;
		const change = (saved: DocumentFacts) => {
			stale = staleOf(posted, { saved: toldValues(asNamed(saved, members)), yours: toldValues(input.data) });
			return stale ? null : { ...input.data, kind: saved.kind };
		};
		const done = await transact((trx) => changeDocument(trx, params.id, change, by, now()));
		if (stale) return fail(409, staleForm({ stale, by: { name: null, at: before.updatedAt } }));
		const problem = done.ok ? undefined : documentProblems[done.problem]();
		if (problem) return fail(409, { ...none, errors: {}, values: postedValues(posted), problem });
		redirect(
			303,
			`${link('/(applicant)/my/documents/[id]', params)}?saved${nextSearch(safeNext(url.searchParams.get('next')))}`
		);
	},
	remove: async ({ params, locals }) => {
		const removed = await removeDocument({ transact, objects: objects() }, params.id, requireActor(locals), now());
		if (!removed.ok && removed.problem === 'unknown') error(404, m.documents_problem_unknown());
		if (!removed.ok)
			return fail(409, { errors: {}, values: {}, stale: undefined, problem: documentProblems[removed.problem]() });
		redirect(303, `${link('/(applicant)/my/documents')}?removed`);
	}
} satisfies Actions;
