import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { FactName } from '$lib/domain/household/facts';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { readOwnControl } from '$lib/server/requests/controls/control-service';
import { answerOffice, readOwnCheck } from '$lib/server/requests/verification/answer-service';
import { checkProblem } from '$lib/server/requests/verification/problems';
import type { FactAct } from '$lib/server/requests/verification/acts';
import { formatDeadline, formatPoints } from '$lib/words/format';
import { factName } from '$lib/words/verification-text';
import { foundText } from '../found-text';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const check = await readOwnCheck(db(), params.id, requireActor(locals));
	if (!check) error(404, m.applications_problem_not_found());
	const { request, score, standing } = check;
	const control = await readOwnControl(db(), params.id);
	const rows = check.rows.filter((row) => row.last !== null);
	const { members } = request.household;
	return {
		request: { id: request.id, protocol: request.protocol, ended: request.endedAt !== null },
		standing,
		begun: rows.length > 0,
		control: control && controlText(control),
		asked: rows.flatMap(({ fact, last }) => (last?.act === 'asked' ? [askedText(fact, last)] : [])),
		rows: rows.filter(({ last }) => last?.act !== 'asked').map((row) => foundText(row, members)),
		points: { declared: formatPoints(score.declared.total), verified: formatPoints(score.verified.total) }
	};
};

const controlText = ({ dueAt, ended }: NonNullable<Awaited<ReturnType<typeof readOwnControl>>>) =>
	ended ? m.control_own_ended() : m.control_own({ deadline: formatDeadline(dueAt) });

const askedText = (fact: FactName, last: FactAct) => ({
	id: last.id,
	fact: factName(fact),
	question: last.text ?? '',
	deadline: formatDeadline(last.deadline!),
	late: last.deadline! < now()
});

const answerError = () => m.check_answer_error();
const answerForm = z.object({
	question: z.uuid({ error: () => m.check_nothing_asked() }),
	text: z.string({ error: answerError }).min(3, { error: answerError }).max(3000, { error: answerError })
});

export const actions = {
	answer: async ({ request, params, locals }) => {
		const input = parseForm(answerForm, await request.formData());
		if (!input.ok) return fail(422, { ...input, problem: undefined });
		const asked = { id: params.id, ...input.data };
		const done = await transact((trx) => answerOffice(trx, asked, requireActor(locals), now()));
		if (!done.ok && done.problem === 'not-found') error(404, m.applications_problem_not_found());
		if (!done.ok)
			return fail(409, { errors: {} as Record<string, string>, values: input.data, problem: checkProblem(done) });
		redirect(303, link('/(applicant)/my/requests/[id]/check', params));
	}
} satisfies Actions;
