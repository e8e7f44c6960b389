import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { myDocuments } from '$lib/server/people/documents/reading-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { myMembers } from '$lib/server/requests/applications/known-members';
import { answerRejection, readOwnRejection } from '$lib/server/requests/rejections/answer-service';
import { appealTexts } from '$lib/words/appeal-text';
import { formatDate, formatDateTime, formatDeadline } from '$lib/words/format';
import { kindName } from '$lib/words/people/document-text';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const by = requireActor(locals);
	const found = await readOwnRejection(db(), params.id, by);
	if (!found) error(404, m.applications_problem_not_found());
	const { request, rejection } = found;
	if (!rejection) return { request, rejection: null, appeals: [], sent: [], answered: false };
	const { reason, answer, decision, outcome, byTwo, deadline, answeredAt, closedAt } = rejection;
	const shown = {
		...{ reason, answer, decision, outcome, byTwo },
		deadline: formatDeadline(deadline),
		answeredAt: answeredAt && formatDateTime(answeredAt),
		closedAt: closedAt && formatDateTime(closedAt)
	};
	const documents = await myDocuments(db(), await myMembers(db(), by), by, now());
	const since = documents.filter(({ isReplaced, createdAt }) => !isReplaced && createdAt >= rejection.notifiedAt);
	const sent = since.map(({ id, facts, createdAt }) => ({
		...{ id, name: kindName[facts.kind](), on: m.documents_sent_on({ date: formatDate(createdAt) }) }
	}));
	return {
		request,
		rejection: shown,
		appeals: outcome === 'excluded' ? appealTexts() : [],
		sent,
		answered: url.searchParams.has('answered')
	};
};

const textError = () => m.rejection_answer_error();
const answerForm = z.object({
	text: z.string({ error: textError }).min(3, { error: textError }).max(5000, { error: textError })
});
const problems = {
	'not-allowed': m.mandates_problem_not_allowed,
	'nothing-open': m.rejection_nothing_open,
	'too-long': m.rejection_answer_error
};
type Refusal = { errors: Record<string, string>; values: Record<string, string | string[]>; problem?: string };

export const actions = {
	answer: async ({ request, params, locals }) => {
		const input = parseForm(answerForm, await request.formData());
		if (!input.ok) return fail<Refusal>(422, input);
		const asked = { requestId: params.id, ...input.data };
		const done = await transact((trx) => answerRejection(trx, asked, requireActor(locals), now()));
		if (!done.ok) {
			if (done.problem === 'not-found') error(404, m.applications_problem_not_found());
			return fail<Refusal>(409, { errors: {}, values: input.data, problem: problems[done.problem]() });
		}
		redirect(303, `${link('/(applicant)/my/requests/[id]/rejection', params)}?answered`);
	}
} satisfies Actions;
