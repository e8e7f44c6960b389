import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { isPast } from '$lib/domain/calendar/deadline';
import { termRunsOn } from '$lib/domain/rounds/rejection-term';
import { inLanguage } from '$lib/i18n/in-language';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { papersOfRequest } from '$lib/server/requests/papers/service';
import { readRejectionOf } from '$lib/server/requests/rejections/answer-service';
import { exclusionProblem } from '$lib/server/letting/exclusions/problems';
import { homeAtStake } from '$lib/server/letting/exclusions/home-at-stake';
import { decideExclusion } from '$lib/server/letting/exclusions/service';
import { rejectionProblem } from '$lib/server/requests/rejections/problems';
import { notifyRejection } from '$lib/server/requests/rejections/service';
import { readChecklist } from '$lib/server/requests/verification/reading-service';
import { formatDateTime, formatDeadline } from '$lib/words/format';
import { factText } from '$lib/words/rules/fact-text';
import { requirementText } from '$lib/words/rules/requirement-words';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const by = requireActor(locals);
	const list = await readChecklist(db(), params.id, by, now());
	if (!list) error(404, m.check_unknown_request());
	if (list === 'closed') redirect(303, link('/(staff)/staff/requests/[id]', params));
	const rejection = await readRejectionOf(db(), params.id, by);
	const papers = rejection && (await papersOfRequest(db(), params.id, by, now()));
	const asks = list.failures.map((failure) => {
		const fact = failure.outcome === 'failed' ? factText(failure) : null;
		const asked = requirementText(failure.requirement, list.notice.rules.eligibility);
		return fact === null ? m.rejection_standard_unproven({ asked }) : m.rejection_standard({ asked, fact });
	});
	const { id: applicationId, pseudonym } = list.request;
	const stake = rejection && (await homeAtStake(db(), { applicationId, pseudonym, noticeId: list.notice.id }));
	return {
		stake: stake?.kind ?? null,
		request: list.request,
		noticeTitle: inLanguage(list.notice.title),
		ended: list.ended,
		documents: papers?.kept.filter(({ createdAt }) => createdAt >= rejection!.notifiedAt) ?? [],
		standard: asks.join('\n\n'),
		rejection: rejection && shownText(rejection, by.id)
	};
};

type Rejection = NonNullable<Awaited<ReturnType<typeof readRejectionOf>>>;

const shownText = (rejection: Rejection, reader: string) => ({
	...rejection,
	deadline: formatDeadline(rejection.deadline),
	notifiedAt: formatDateTime(rejection.notifiedAt),
	answeredAt: rejection.answeredAt && formatDateTime(rejection.answeredAt),
	closedAt: rejection.closedAt && formatDateTime(rejection.closedAt),
	proposed: rejection.proposed && proposalText(rejection.proposed, reader),
	termRunsOn: formatDeadline(termRunsOn(rejection)),
	due: rejection.outcome === null && isPast(rejection.deadline, now())
});

/** Who proposed to exclude, for a reader who is that person or the one to decide. */
const proposalText = ({ byId, by, at }: { byId: string; by: string; at: string }, reader: string) => ({
	text: m.exclusion_proposed({ who: by, when: formatDateTime(at) }),
	isMine: byId === reader
});

const reasonError = () => m.rejection_reason_error();
const notifyForm = z.object({
	reason: z
		.string({ error: reasonError })
		.min(10, { error: reasonError })
		.max(1000, { error: () => m.rejection_reason_long() })
});
const decisionError = () => m.check_reason_error();
const decideForm = z.object({
	rejection: z.string({ error: () => m.rejection_unknown() }),
	outcome: z.enum(['excluded', 'dropped'], { error: () => m.rejection_choose() }),
	// The second person may leave it empty: the reason of the proposal counts. Elsewhere the service asks for it.
	decision: z
		.string({ error: decisionError })
		.transform((typed) => typed.trim() || undefined)
		.pipe(
			z
				.string({ error: decisionError })
				.min(10, { error: decisionError })
				.max(1000, { error: decisionError })
				.optional()
		)
		.optional()
});
type Refusal = { errors: Record<string, string>; values: Record<string, string | string[]>; problem?: string };

export const actions = {
	notify: async ({ request, params, locals }) => {
		const input = parseForm(notifyForm, await request.formData());
		if (!input.ok) return fail<Refusal>(422, input);
		const by = requireActor(locals);
		const list = await readChecklist(db(), params.id, by, now());
		if (!list) error(404, m.check_unknown_request());
		if (list === 'closed') redirect(303, link('/(staff)/staff/requests/[id]', params));
		const asked = { noticeId: list.notice.id, pseudonym: list.request.pseudonym, ...input.data };
		const done = await transact((trx) => notifyRejection(trx, asked, by, now()));
		if (!done.ok) return fail<Refusal>(409, { errors: {}, values: input.data, problem: rejectionProblem(done) });
		redirect(303, link('/(staff)/staff/requests/[id]/rejection', params));
	},
	decide: async ({ request, params, locals }) => {
		const input = parseForm(decideForm, await request.formData());
		if (!input.ok) return fail<Refusal>(422, input);
		const { rejection: id, outcome, decision } = input.data;
		const asked = { id, outcome, ...(decision && { decision }) };
		const done = await transact((trx) => decideExclusion(trx, asked, requireActor(locals), now()));
		const values = { rejection: id, outcome, decision: decision ?? '' };
		if (!done.ok) return fail<Refusal>(409, { errors: {}, values, problem: exclusionProblem(done) });
		redirect(303, link('/(staff)/staff/requests/[id]/rejection', params));
	}
} satisfies Actions;
