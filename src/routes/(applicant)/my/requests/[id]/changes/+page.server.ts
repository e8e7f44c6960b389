import { error, fail, redirect } from '@sveltejs/kit';
import { dayOf, isPast } from '$lib/domain/calendar/deadline';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { newId } from '$lib/server/ids';
import { myDocuments } from '$lib/server/people/documents/reading-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { typedIn } from '$lib/server/platform/forms/typed-in';
import { myMembers } from '$lib/server/requests/applications/known-members';
import { changeForm, changeOf } from '$lib/server/requests/changes/change-form';
import { readOwnChanges } from '$lib/server/requests/changes/decide-service';
import { changeProblem } from '$lib/server/requests/changes/problems';
import { tellOwnChange } from '$lib/server/requests/changes/tell-service';
import { changeText } from '$lib/words/change-text';
import { documentOption } from '$lib/words/people/document-option';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const by = requireActor(locals);
	const found = await readOwnChanges(db(), params.id, by);
	if (!found) error(404, m.applications_problem_not_found());
	const { request, notice, erased, changes, members, declared } = found;
	const own = await myDocuments(db(), await myMembers(db(), by), by, now());
	const documents = own.filter(({ isReplaced }) => !isReplaced).map(documentOption);
	const people = [...declared, ...members];
	return {
		request: { id: request.id, protocol: request.protocol },
		state: stateOf(request.endedAt !== null || erased, notice.closesAt),
		changes: changes.map((change) => ({
			...changeText(change, people),
			documents: documents.filter(({ value }) => change.documents.includes(value))
		})),
		...{ members, documents, id: newId(), today: dayOf(now()), arrived: url.searchParams.has('sent') }
	};
};

/** Until the notice closes the request itself can be changed. */
function stateOf(ended: boolean, closesAt: string): 'ended' | 'open' | 'early' {
	if (ended) return 'ended';
	return isPast(closesAt, now()) ? 'open' : 'early';
}

type Refusal = { errors: Record<string, string>; values: Record<string, string | string[]>; problem?: string };

export const actions = {
	tell: async ({ request, params, locals }) => {
		const form = await request.formData();
		const input = parseForm(changeForm, form);
		if (!input.ok) return fail<Refusal>(422, input);
		const { id, text, documents } = input.data;
		const told = { id, requestId: params.id, change: changeOf(input.data), text, documents };
		const done = await transact((trx) => tellOwnChange(trx, told, requireActor(locals), now()));
		if (!done.ok && done.problem === 'not-found') error(404, m.applications_problem_not_found());
		if (!done.ok) return fail<Refusal>(409, { errors: {}, values: typedIn(form), problem: changeProblem(done) });
		redirect(303, `${link('/(applicant)/my/requests/[id]/changes', params)}?sent`);
	}
} satisfies Actions;
