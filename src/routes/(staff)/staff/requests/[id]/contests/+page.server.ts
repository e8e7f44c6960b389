import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { FactName } from '$lib/domain/household/facts';
import { contestOutcomes } from '$lib/domain/rounds/contest';
import { inLanguage } from '$lib/i18n/in-language';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { decideContest, readContestsOf } from '$lib/server/allocation/corrections/decide-service';
import { contestProblem } from '$lib/server/allocation/corrections/problems';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { questionsOf } from '$lib/server/requests/verification/questions';
import { papersOfRequest, type PapersOfRequest } from '$lib/server/requests/papers/service';
import { readChecklist } from '$lib/server/requests/verification/reading-service';
import { contestText } from '$lib/words/contest-text';
import { formatPoints } from '$lib/words/format';
import { rowText } from '../check/checklist-text';
import { termText } from '../term-text';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const by = requireActor(locals);
	const found = await readContestsOf(db(), params.id, by, now());
	const list = await readChecklist(db(), params.id, by, now());
	if (!found || !list) error(404, m.check_unknown_request());
	if (found === 'closed' || list === 'closed') redirect(303, link('/(staff)/staff/requests/[id]', params));
	const papers = await papersOfRequest(db(), params.id, by, now());
	const asked = (await questionsOf(db(), [params.id])).get(params.id) ?? [];
	return {
		request: list.request,
		noticeTitle: inLanguage(list.notice.title),
		ended: list.ended,
		contests: found.contests.map((contest) => ({
			...contestText(contest),
			term: contest.decided ? null : termText('decide-contest', contest.at, asked),
			pointsNow: formatPoints(contest.pointsNow),
			hasChanged: contest.pointsNow !== contest.points,
			rows: papers ? rowsOf(list, papers, contest.facts) : [],
			documents: papers?.kept.filter(({ id }) => contest.documents.includes(id)) ?? []
		}))
	};
};

const rowsOf = (list: Parameters<typeof rowText>[0], papers: PapersOfRequest, facts: readonly FactName[]) =>
	list.rows.filter(({ fact }) => facts.includes(fact)).map((row) => rowText(list, row, papers));

const decisionError = () => m.check_reason_error();
const decideForm = z.object({
	contest: z.uuid({ error: () => m.contest_not_found() }),
	outcome: z.enum(contestOutcomes, { error: () => m.contest_choose() }),
	text: z.string({ error: decisionError }).min(10, { error: decisionError }).max(1000, { error: decisionError })
});
type Refusal = { errors: Record<string, string>; values: Record<string, string | string[]>; problem?: string };

export const actions = {
	decide: async ({ request, params, locals }) => {
		const input = parseForm(decideForm, await request.formData());
		if (!input.ok) return fail<Refusal>(422, input);
		const { contest: id, ...decision } = input.data;
		const asked = { requestId: params.id, id, ...decision };
		const done = await transact((trx) => decideContest(trx, asked, requireActor(locals), now()));
		if (!done.ok) return fail<Refusal>(409, { errors: {}, values: input.data, problem: contestProblem(done) });
		redirect(303, link('/(staff)/staff/requests/[id]/contests', params));
	}
} satisfies Actions;
