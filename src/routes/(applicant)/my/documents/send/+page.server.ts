import { fail, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { newId } from '$lib/server/ids';
import { holderKey, holderOf } from '$lib/domain/documents/holder';
import { documentForm, OWN } from '$lib/server/people/documents/form';
import { documentProblems, fileProblem } from '$lib/server/people/documents/problems';
import { myDocument } from '$lib/server/people/documents/reading-service';
import { readPages } from '$lib/server/people/documents/read-page';
import { keepDocument } from '$lib/server/people/documents/service';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { safeNext } from '$lib/server/platform/auth/next-path';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { postedValues } from '$lib/server/platform/forms/posted-values';
import { uploadedForm } from '$lib/server/platform/http/bounded-form';
import { objects } from '$lib/server/platform/objects/app';
import { fullName } from '$lib/domain/person/person';
import { myMembers } from '$lib/server/requests/applications/known-members';
import { holderOptions, holdersOf } from '../holder-options';
import { incomeYears } from '../income-years';
import { askedKind, kindOptions } from '../kind-options';
import { nextSearch } from '../next-search';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const by = requireActor(locals);
	const person = await readOwnPerson(db(), by.id);
	const replaces = url.searchParams.get('replaces') ?? '';
	const members = await myMembers(db(), by);
	const replaced = replaces === '' ? null : await myDocument(db(), replaces, members, by, now());
	const ownName = person ? fullName(person.facts) : '';
	const holder = (replaced?.member && holderKey(holderOf(replaced.member))) ?? OWN;
	return {
		// The form carries the id of the new document, so that a second click keeps one.
		id: newId(),
		kind: replaced?.facts.kind ?? askedKind(by, url.searchParams),
		kinds: kindOptions(by),
		isAsked: url.searchParams.has('kind'),
		replaces: replaced ? replaces : '',
		holders: holderOptions(ownName, members),
		values: { holder, name: holder === OWN ? ownName : '' },
		years: incomeYears(now()),
		next: safeNext(url.searchParams.get('next'))
	};
};

type Refusal = { errors: Record<string, string>; values?: Record<string, string | string[]>; problem?: string };

export const actions = {
	default: async ({ request, locals, url }) => {
		const upload = await uploadedForm({ request, locals }, m.documents_error_total);
		if (!upload.ok) {
			const values = upload.sent && postedValues(upload.sent);
			return fail<Refusal>(upload.status, { errors: { pages: upload.sentence }, ...(values && { values }) });
		}
		const sent = upload.form;
		const by = requireActor(locals);
		const members = await myMembers(db(), by);
		const input = parseForm(documentForm(holdersOf(members)), sent);
		if (!input.ok) return fail<Refusal>(422, input);
		const { id, replaces, files, facts } = input.data;
		const read = await readPages(files);
		const values = postedValues(sent);
		if (!read.ok) {
			const errors = { pages: fileProblem(read.problem, read) };
			return fail<Refusal>(read.problem === 'busy' ? 503 : 422, { errors, values });
		}
		const given = { id, replaces, facts, pages: read.pages };
		const kept = await keepDocument({ transact, objects: objects() }, given, by, now());
		const status = !kept.ok && kept.problem === 'store-down' ? 503 : 409;
		if (!kept.ok) return fail<Refusal>(status, { errors: {}, values, problem: documentProblems[kept.problem]() });
		const next = safeNext(url.searchParams.get('next'));
		const isRight = (await myDocument(db(), id, members, by, now()))?.judgement.result === 'passed';
		if (next && isRight) redirect(303, next);
		redirect(303, `${link('/(applicant)/my/documents/[id]', { id })}?kept${nextSearch(next)}`);
	}
} satisfies Actions;
