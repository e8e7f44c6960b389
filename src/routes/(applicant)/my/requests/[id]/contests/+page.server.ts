import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { criteria } from '$lib/domain/scoring/criteria';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { newId } from '$lib/server/ids';
import { contestLine, readOwnContests } from '$lib/server/allocation/corrections/contest-service';
import { contestProblem } from '$lib/server/allocation/corrections/problems';
import { myDocuments } from '$lib/server/people/documents/reading-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { myMembers } from '$lib/server/requests/applications/known-members';
import { appealTexts } from '$lib/words/appeal-text';
import { contestText } from '$lib/words/contest-text';
import { formatDeadline, formatPoints } from '$lib/words/format';
import { criterionName } from '$lib/words/rules/criterion-words';
import { documentOption } from '$lib/words/people/document-option';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const by = requireActor(locals);
	const found = await readOwnContests(db(), params.id, by, now());
	if (!found) error(404, m.applications_problem_not_found());
	const { request, until, lines, contests } = found;
	const own = await myDocuments(db(), await myMembers(db(), by), by, now());
	const documents = own.filter(({ isReplaced }) => !isReplaced).map(documentOption);
	return {
		request: { id: request.id, protocol: request.protocol },
		until: until && formatDeadline(until),
		lines: lines.map(({ criterion, verified }) => ({
			...{ value: criterion, label: criterionName(criterion) },
			hint: m.contest_worth({ points: formatPoints(verified) })
		})),
		documents,
		contests: contests.map((contest) => ({
			...contestText(contest),
			documents: documents.filter(({ value }) => contest.documents.includes(value))
		})),
		appeals: contests.some(({ decided }) => decided?.outcome === 'kept') ? appealTexts() : [],
		id: newId(),
		arrived: url.searchParams.has('sent')
	};
};

const lineError = () => m.contest_line_error();
const textError = () => m.contest_text_error();
const documents = z.array(z.uuid()).max(50);
const contestForm = z.object({
	id: z.uuid(),
	criterion: z.enum(
		criteria.map(({ id }) => id),
		{ error: lineError }
	),
	text: z.string({ error: textError }).min(3, { error: textError }).max(5000, { error: textError }),
	documents: z
		.union([documents, z.uuid().transform((id) => [id])], { error: () => m.contest_document_error() })
		.default([])
});
type Refusal = { errors: Record<string, string>; values: Record<string, string | string[]>; problem?: string };

export const actions = {
	contest: async ({ request, params, locals }) => {
		const input = parseForm(contestForm, await request.formData());
		if (!input.ok) return fail<Refusal>(422, input);
		const asked = { requestId: params.id, ...input.data };
		const done = await transact((trx) => contestLine(trx, asked, requireActor(locals), now()));
		if (!done.ok && done.problem === 'not-found') error(404, m.applications_problem_not_found());
		if (!done.ok) return fail<Refusal>(409, { errors: {}, values: input.data, problem: contestProblem(done) });
		redirect(303, `${link('/(applicant)/my/requests/[id]/contests', params)}?sent`);
	}
} satisfies Actions;
